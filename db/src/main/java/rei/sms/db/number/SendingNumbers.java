package rei.sms.db.number;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;
import rei.sms.db.message.PhoneNumber;

/** Our own numbers and their counters. */
@Repository
public class SendingNumbers {

	private final JdbcClient jdbc;

	SendingNumbers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every number we own. */
	public List<SendingNumber> all() {
		return this.jdbc.sql("SELECT * FROM number ORDER BY phone").query(SendingNumbers::number).list();
	}

	/**
	 * Counts {@code texts} claimed for sending on the number's local day; negative takes
	 * them back.
	 */
	public void countSent(PhoneNumber number, int texts, LocalDate day, Instant now) {
		this.jdbc
			.sql("""
					UPDATE number SET
						sent_today = CASE WHEN quota_date = :day THEN greatest(0, sent_today + :texts) ELSE greatest(0, :texts) END,
						delivered_today = CASE WHEN quota_date = :day THEN delivered_today ELSE 0 END,
						failed_today = CASE WHEN quota_date = :day THEN failed_today ELSE 0 END,
						opt_out_today = CASE WHEN quota_date = :day THEN opt_out_today ELSE 0 END,
						sent_total = sent_total + :texts, quota_date = :day, last_used_at = :now
					WHERE phone = :phone
					""")
			.param("phone", number.e164())
			.param("texts", texts)
			.param("day", day)
			.param("now", Sql.at(now))
			.update();
	}

	/**
	 * Begins the number's local day {@code day}: a reset that comes late or twice changes
	 * nothing more.
	 */
	public boolean beginDay(PhoneNumber number, LocalDate day) {
		return this.jdbc
			.sql("""
					UPDATE number SET sent_today = 0, delivered_today = 0, failed_today = 0, opt_out_today = 0, quota_date = :day
					WHERE phone = :phone AND (quota_date IS NULL OR quota_date < :day)
					""")
			.param("phone", number.e164())
			.param("day", day)
			.update() == 1;
	}

	private static SendingNumber number(ResultSet rs, int row) throws SQLException {
		return new SendingNumber(Sql.phone(rs, "phone"), rs.getString("market"), rs.getBoolean("active"),
				rs.getObject("daily_limit", Integer.class), rs.getObject("quota_date", LocalDate.class),
				rs.getInt("sent_today"), Sql.instantOrNull(rs, "last_used_at"));
	}

}
