package rei.sms.db.operations;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/** How Airtable and the provider answered lately, as all processes saw it. */
@Repository
public class Vendors {

	private final JdbcClient jdbc;

	Vendors(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Every base that was called. */
	public List<AirtableBase> airtable() {
		return this.jdbc
			.sql("""
					SELECT base_id,
						CASE WHEN blocked_until > now() THEN 'stopped: ' || blocked_why
							WHEN resting_until > now() THEN 'resting'
							WHEN last_error_at > now() - interval '10 minutes' THEN 'troubled'
							ELSE 'ok' END AS status,
						CASE WHEN month = this_month THEN calls_this_month ELSE 0 END AS calls,
						CASE WHEN month = this_month THEN round(calls_this_month * extract(epoch FROM next_month - this_month)
							/ greatest(extract(epoch FROM now() AT TIME ZONE 'UTC' - this_month), 86400)) ELSE 0 END AS forecast
					FROM airtable_base, LATERAL (SELECT date_trunc('month', now() AT TIME ZONE 'UTC') AS this_month,
						date_trunc('month', now() AT TIME ZONE 'UTC') + interval '1 month' AS next_month) AS calendar
					ORDER BY base_id
					""")
			.query((rs, row) -> new AirtableBase(rs.getString("base_id"), rs.getString("status"), rs.getLong("calls"),
					rs.getLong("forecast")))
			.list();
	}

	/** What became of the last texts handed to the provider. */
	public Provider provider() {
		return this.jdbc.sql("""
				SELECT max(finished_at) FILTER (WHERE sid IS NOT NULL) AS accepted,
					count(*) FILTER (WHERE outcome = 'UNKNOWN') AS unknown,
					count(*) FILTER (WHERE sid IS NOT NULL) AS taken,
					(array_agg(error_code ORDER BY id DESC) FILTER (WHERE error_code IS NOT NULL))[1] AS code
				FROM (SELECT * FROM attempt ORDER BY id DESC LIMIT 200) AS latest WHERE allowed
				""")
			.query((rs, row) -> new Provider(Sql.instantOrNull(rs, "accepted"), rs.getInt("taken"),
					rs.getInt("unknown"), rs.getString("code")))
			.single();
	}

	/**
	 * One base.
	 *
	 * @param status ok, troubled, resting, or stopped and why
	 * @param calls made in this calendar month
	 * @param forecast calls of the whole month if it goes on like this
	 */
	public record AirtableBase(String base, String status, long calls, long forecast) {

		/** Whether it can be called just now. */
		public boolean isOpen() {
			return !this.status.startsWith("stopped");
		}

	}

	/**
	 * The provider, by the last 200 attempts.
	 *
	 * @param lastTaken when it took a text last, or null
	 * @param taken how many it took
	 * @param unknown of how many nobody knows whether it took them
	 * @param lastCode the error code it gave last, or null
	 */
	public record Provider(@Nullable Instant lastTaken, int taken, int unknown, @Nullable String lastCode) {
	}

}
