package rei.sms.ops.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.ops.access.PagesOn;

/**
 * Feels what has changed since the last look, in one query of indexes' ends: however many
 * look on, and in however many processes the engine works, this is all it costs.
 */
@Component
@Conditional(PagesOn.class)
class Pulse {

	private final JdbcClient jdbc;

	private final Map<String, String> last = new HashMap<>();

	Pulse(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What pages show has changed, by the words that they listen for. */
	List<String> changed() {
		return this.jdbc
			.sql("""
					WITH news AS (SELECT
						(SELECT max(created_at) FROM conversation) AS said, (SELECT max(sent_at) FROM conversation) AS sent,
						(SELECT max(id) FROM attempt) AS tried, (SELECT max(received_at) FROM inbound WHERE linked_at IS NULL) AS heard,
						(SELECT sum(pg_stat_get_tuples_inserted(t) + pg_stat_get_tuples_updated(t))
						FROM unnest(ARRAY['conversation', 'attempt', 'outbox']::regclass[]) AS t) AS told,
						(SELECT concat_ws(' ', count(*), max(id)) FROM needs_person WHERE resolved_at IS NULL) AS people,
						(SELECT concat_ws(' ', count(*), max(since)) FROM pause) AS paused,
						(SELECT concat_ws(' ', count(*), max(seen)) FROM problem) AS problems,
						(SELECT max(id) FROM parked) AS parked, (SELECT string_agg(status, '' ORDER BY id) FROM campaign) AS campaigns,
						(SELECT max(job_execution_id) FROM batch_job_execution) AS run,
						(SELECT concat_ws(' ', count(*), sum(s.version)) FROM batch_job_execution e
							LEFT JOIN batch_step_execution s USING (job_execution_id)
							WHERE e.status IN ('STARTING', 'STARTED', 'STOPPING')) AS running)
					SELECT 'threads' AS topic, concat_ws(' ', said, sent, tried, heard, told) AS state FROM news
					UNION ALL SELECT 'today', concat_ws(' ', said, sent, people, paused, problems, parked, campaigns) FROM news
					UNION ALL SELECT 'runs', concat_ws(' ', run, running, parked) FROM news
					UNION ALL SELECT 'person', people FROM news
					UNION ALL SELECT 'campaigns', concat_ws(' ', campaigns, sent) FROM news
					""")
			.query((rs, row) -> Map.entry(rs.getString("topic"), rs.getString("state")))
			.list()
			.stream()
			.filter((topic) -> !topic.getValue().equals(this.last.put(topic.getKey(), topic.getValue())))
			.map(Map.Entry::getKey)
			.toList();
	}

}
