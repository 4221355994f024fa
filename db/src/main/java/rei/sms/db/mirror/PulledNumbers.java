package rei.sms.db.mirror;

import java.sql.Types;
import java.time.Instant;
import java.util.Collection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** Takes over our numbers; what is counted of them is never read back (decision 7). */
@Repository
public class PulledNumbers {

	private final JdbcClient jdbc;

	PulledNumbers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes over a number; answers {@code false} when another record has the same number.
	 */
	public boolean take(PulledNumber number, Instant now) {
		this.jdbc
			.sql("UPDATE number SET airtable_id = NULL, active = false WHERE airtable_id = :record AND phone <> :phone")
			.param("record", number.record())
			.param("phone", number.phone().e164())
			.update();
		return this.jdbc.sql("""
				INSERT INTO number AS n (phone, market, active, daily_limit, created_at, airtable_id)
				VALUES (:phone, :market, :active, :limit, :now, :record)
				ON CONFLICT (phone) DO UPDATE SET market = excluded.market, active = excluded.active,
					daily_limit = excluded.daily_limit, airtable_id = excluded.airtable_id
				WHERE n.airtable_id IS NULL OR n.airtable_id = excluded.airtable_id
				""")
			.param("record", number.record())
			.param("phone", number.phone().e164())
			.param("market", number.market(), Types.VARCHAR)
			.param("active", number.active())
			.param("limit", number.dailyLimit(), Types.INTEGER)
			.param("now", Sql.at(now))
			.update() == 1;
	}

	/** No longer sends from numbers whose records were deleted. */
	public int dropDeleted(Collection<String> records) {
		return this.jdbc.sql("UPDATE number SET active = false, airtable_id = NULL WHERE airtable_id = ANY (:records)")
			.param("records", records.toArray(String[]::new))
			.update();
	}

}
