package rei.sms.db.number;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Segments sent in the last minute, by number and in all, shared by every process. Claims
 * take {@link #lock} first, so no two of them spend the same room.
 */
@Repository
public class SendRates {

	/** The scope that counts every number. */
	public static final String ALL = "*";

	private static final int MINUTE = 60;

	private final JdbcClient jdbc;

	SendRates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes the caller the only claim until its transaction ends. */
	public void lock() {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('send-claim'))").query().listOfRows();
	}

	/** Segments by scope and epoch second over the minute before {@code now}. */
	public Map<String, NavigableMap<Long, Integer>> lastMinute(Collection<String> scopes, Instant now) {
		return this.jdbc
			.sql("SELECT scope, second, segments FROM send_rate WHERE scope = ANY (:scopes) AND second >= :since")
			.param("scopes", scopes.toArray(String[]::new))
			.param("since", now.getEpochSecond() - MINUTE)
			.query((rs, row) -> new Used(rs.getString("scope"), rs.getLong("second"), rs.getInt("segments")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Used::scope, Collectors.collectingAndThen(
					Collectors.toMap(Used::second, Used::segments, Integer::sum), TreeMap<Long, Integer>::new)));
	}

	/** Counts segments that were let through now. */
	public void count(Map<String, Integer> segments, Instant now) {
		this.jdbc.sql("""
				INSERT INTO send_rate AS r (scope, second, segments)
				SELECT s.scope, :second, s.n FROM unnest(:scopes::text[], :segments::integer[]) AS s (scope, n)
				ON CONFLICT (scope, second) DO UPDATE SET segments = r.segments + excluded.segments
				""")
			.param("scopes", segments.keySet().toArray(String[]::new))
			.param("segments", segments.values().toArray(Integer[]::new))
			.param("second", now.getEpochSecond())
			.update();
	}

	/** Forgets what no rate looks at any more. */
	public void forgetBefore(Instant instant) {
		this.jdbc.sql("DELETE FROM send_rate WHERE second < :second")
			.param("second", instant.getEpochSecond() - 2 * MINUTE)
			.update();
	}

	private record Used(String scope, long second, int segments) {
	}

}
