package rei.sms.db.mirror;

import java.time.Duration;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/**
 * When each table of Airtable is looked at next, for all processes together: the longer
 * nothing changes, the rarer.
 */
@Repository
public class PullSchedule {

	/**
	 * A query that answers whether something in Airtable is to be looked at; {@code :now}
	 * is the engine's time. What a webhook tells is gathered for a moment.
	 */
	public static final String IS_DUE = """
			SELECT NOT EXISTS (SELECT 1 FROM pull_schedule)
				OR EXISTS (SELECT 1 FROM pull_schedule WHERE due_at <= :now)
				OR EXISTS (SELECT 1 FROM table_hook WHERE pinged_at > coalesce(read_at, '-infinity')
					AND coalesce(read_at, '-infinity') < clock_timestamp() - interval '5 seconds')
				OR EXISTS (SELECT 1 FROM campaign WHERE status IN ('RUNNING', 'SCHEDULED') AND btrim(segment) <> ''
					AND coalesce(listed_at, '-infinity') <= :now::timestamptz - interval '1 hour')
			""";

	/** A query that answers in how many seconds that will be so, or null. */
	public static final String NEXT_DUE = """
			SELECT least(
				(SELECT extract(epoch FROM min(due_at) - :now::timestamptz)::float8 FROM pull_schedule WHERE due_at > :now),
				(SELECT extract(epoch FROM min(read_at) + interval '5 seconds' - clock_timestamp())::float8 FROM table_hook
					WHERE pinged_at > read_at))
			""";

	private static final int MOST_QUIET = 4;

	private final JdbcClient jdbc;

	PullSchedule(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether a table is to be looked at. */
	public boolean isDue(String table, Instant now) {
		return this.jdbc
			.sql("SELECT NOT EXISTS (SELECT 1 FROM pull_schedule WHERE base_table = :table AND due_at > :now)")
			.param("table", table)
			.param("now", Sql.at(now))
			.query(Boolean.class)
			.single();
	}

	/** Has a table looked at as soon as possible: somebody changed it. */
	public void hurry(String table) {
		this.jdbc.sql("UPDATE pull_schedule SET due_at = '-infinity', quiet = 0 WHERE base_table = :table")
			.param("table", table)
			.update();
	}

	/**
	 * Notes that a table was looked at: the next look comes after {@code interval}, which
	 * doubles up to sixteen-fold while there is no news.
	 */
	public void looked(String table, boolean news, Duration interval, Instant now) {
		this.jdbc
			.sql("""
					INSERT INTO pull_schedule AS s (base_table, due_at, quiet)
					VALUES (:table, :now::timestamptz + :seconds * interval '1 second', 0)
					ON CONFLICT (base_table) DO UPDATE SET quiet = CASE WHEN :news THEN 0 ELSE least(s.quiet + 1, :most) END,
						due_at = :now::timestamptz + :seconds
							* power(2, CASE WHEN :news THEN 0 ELSE least(s.quiet + 1, :most) END) * interval '1 second'
					""")
			.param("table", table)
			.param("now", Sql.at(now))
			.param("seconds", interval.toSeconds())
			.param("news", news)
			.param("most", MOST_QUIET)
			.update();
	}

}
