package rei.sms.db.kpi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import rei.sms.db.Sql;

/**
 * What happened by the hour. An hour is counted again while receipts for its texts may
 * still come, and then never again: looking at four weeks costs what looking at an hour
 * costs.
 */
@Repository
public class Activity {

	/** How far back hours are counted: four weeks and a day. */
	private static final Duration KEPT = Duration.ofDays(29);

	private static final String COUNT = """
			WITH happened AS (
				SELECT sent_at AS at, our_number, 1 AS sent, (status = 'DELIVERED')::int AS delivered,
					(status IN ('FAILED', 'UNDELIVERED'))::int AS failed, 0 AS replies, 0 AS opt_outs, 0 AS leads
				FROM conversation WHERE direction = 'OUTBOUND' AND sent_at >= :from AND sent_at < :to
				UNION ALL
				SELECT created_at, our_number, 0, 0, 0, 1, (request IN ('STOP', 'STOP_DOUBTFUL'))::int, 0
				FROM conversation WHERE direction = 'INBOUND' AND created_at >= :from AND created_at < :to
				UNION ALL
				SELECT created_at, NULL, 0, 0, 0, 0, 0, 1 FROM lead WHERE created_at >= :from AND created_at < :to
				UNION ALL
				SELECT hour, NULL, 0, 0, 0, 0, 0, 0 FROM generate_series(:from, :to - interval '1 hour', '1 hour') AS hour)
			INSERT INTO activity AS a (hour, our_number, sent, delivered, failed, replies, opt_outs, leads, counted_at)
			SELECT date_bin('1 hour', at, :epoch), coalesce(our_number, ''), sum(sent), sum(coalesce(delivered, 0)),
				sum(coalesce(failed, 0)), sum(replies), sum(opt_outs), sum(leads), :now
			FROM happened GROUP BY 1, 2 ORDER BY 1, 2
			ON CONFLICT (hour, our_number) DO UPDATE SET sent = excluded.sent, delivered = excluded.delivered,
				failed = excluded.failed, replies = excluded.replies, opt_outs = excluded.opt_outs, leads = excluded.leads,
				counted_at = excluded.counted_at
			""";

	private final JdbcClient jdbc;

	Activity(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The first hour that has to be counted, if any: never before anything happened.
	 */
	public Optional<Instant> open(Instant now) {
		return this.jdbc.sql("""
				SELECT min(h.hour) AS hour FROM generate_series(
					greatest(:first, date_bin('1 hour', (SELECT min(created_at) FROM conversation), :epoch)),
					:now, '1 hour') AS h (hour)
				LEFT JOIN activity a ON a.hour = h.hour AND a.our_number = '' WHERE (a.hour IS NULL
					OR a.counted_at < CASE WHEN h.hour > :now - interval '2 hours' THEN :now - interval '15 seconds'
						WHEN h.hour > :now - interval '26 hours' THEN :now - interval '1 hour'
						ELSE h.hour + interval '26 hours' END)
				""")
			.param("first", Sql.at(hour(now.minus(KEPT))))
			.param("epoch", Sql.at(Instant.EPOCH))
			.param("now", Sql.at(now))
			.query((rs, row) -> Optional.ofNullable(Sql.instantOrNull(rs, "hour")))
			.single();
	}

	/** Counts the hours from {@code from} to now anew. */
	public void count(Instant from, Instant now) {
		this.jdbc.sql(COUNT)
			.param("from", Sql.at(hour(from)))
			.param("to", Sql.at(hour(now).plus(1, ChronoUnit.HOURS)))
			.param("epoch", Sql.at(Instant.EPOCH))
			.param("now", Sql.at(now))
			.update();
	}

	/** The hours of the days that begin then, of all numbers together, oldest first. */
	public List<Hour> ofDays(Collection<Instant> begins) {
		return this.jdbc
			.sql("""
					SELECT hour, sum(sent) AS sent, sum(delivered) AS delivered, sum(failed) AS failed, sum(replies) AS replies,
						sum(opt_outs) AS opt_outs, sum(leads) AS leads
					FROM activity WHERE hour = ANY (ARRAY(SELECT begin::timestamptz + hour * interval '1 hour'
						FROM unnest(:begins::text[]) AS begin, generate_series(0, 24) AS hour))
					GROUP BY hour ORDER BY hour
					""")
			.param("begins", begins.stream().map(Instant::toString).toArray(String[]::new))
			.query(Activity::row)
			.list();
	}

	/** The days of that zone from {@code first} on, of each number. */
	public List<NumberDay> byNumber(LocalDate first, LocalDate last, ZoneId zone) {
		return this.jdbc
			.sql("""
					SELECT our_number, width_bucket(hour, (SELECT :begins::text[]::timestamptz[])) AS day, sum(sent) AS sent,
						sum(delivered) AS delivered, sum(failed) AS failed, sum(replies) AS replies, sum(opt_outs) AS opt_outs
					FROM activity WHERE hour >= :from AND our_number <> '' GROUP BY our_number, day
					""")
			.param("begins",
					first.datesUntil(last.plusDays(1))
						.map((day) -> midnight(day, zone).toString())
						.toArray(String[]::new))
			.param("from", Sql.at(midnight(first, zone)))
			.query((rs, row) -> new NumberDay(rs.getString("our_number"), first.plusDays(rs.getInt("day") - 1L),
					rs.getLong("sent"), rs.getLong("delivered"), rs.getLong("failed"), rs.getLong("replies"),
					rs.getLong("opt_outs")))
			.list();
	}

	private static Instant midnight(LocalDate day, ZoneId zone) {
		return day.atStartOfDay(zone).toInstant();
	}

	private static Instant hour(Instant instant) {
		return instant.truncatedTo(ChronoUnit.HOURS);
	}

	private static Hour row(ResultSet rs, int row) throws SQLException {
		return new Hour(Sql.instant(rs, "hour"), rs.getLong("sent"), rs.getLong("delivered"), rs.getLong("failed"),
				rs.getLong("replies"), rs.getLong("opt_outs"), rs.getLong("leads"));
	}

	/**
	 * What happened in one hour.
	 *
	 * @param delivered of the texts sent in that hour
	 */
	public record Hour(Instant hour, long sent, long delivered, long failed, long replies, long optOuts, long leads) {
	}

	/** What happened with one of our numbers on one day. */
	public record NumberDay(String ourNumber, LocalDate day, long sent, long delivered, long failed, long replies,
			long optOuts) {
	}

}
