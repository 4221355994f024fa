package rei.sms.db.number;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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
		return this.jdbc.sql("""
				SELECT n.*, EXISTS (SELECT 1 FROM health h
					WHERE h.scope = 'NUMBER' AND h.subject = n.phone AND h.reason IS NOT NULL) AS poor
				FROM number n ORDER BY phone
				""").query(SendingNumbers::number).list();
	}

	/** Counts texts claimed for sending, each number's on its local day. */
	public void countSent(Collection<NumberSent> sent, Instant now) {
		this.jdbc.sql("""
				UPDATE number n SET
					sent_today = s.texts + CASE WHEN quota_date = s.day THEN sent_today ELSE 0 END,
					delivered_today = CASE WHEN quota_date = s.day THEN delivered_today ELSE 0 END,
					failed_today = CASE WHEN quota_date = s.day THEN failed_today ELSE 0 END,
					opt_out_today = CASE WHEN quota_date = s.day THEN opt_out_today ELSE 0 END,
					sent_total = sent_total + s.texts, quota_date = s.day, last_used_at = :now,
					first_used_at = coalesce(first_used_at, :now)
				FROM unnest(:phones::text[], :texts::integer[], :days::date[]) AS s (phone, texts, day)
				WHERE n.phone = s.phone
				""")
			.param("phones", sent.stream().map((number) -> number.number().e164()).toArray(String[]::new))
			.param("texts", sent.stream().map(NumberSent::texts).toArray(Integer[]::new))
			.param("days", sent.stream().map((number) -> number.day().toString()).toArray(String[]::new))
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
				rs.getInt("sent_today"), Sql.instantOrNull(rs, "last_used_at"), Sql.instantOrNull(rs, "first_used_at"),
				rs.getBoolean("poor"));
	}

}
