package rei.sms.db.operations;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.Sql;

/**
 * What waits for each job or for a person, from the partial indexes that hold nothing
 * else.
 */
@Repository
public class Backlogs {

	private final JdbcClient jdbc;

	Backlogs(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All queues, the empty ones too. The mirror counts in the database's time, so its
	 * age is told as before {@code now}; suppressions that are never shown do not wait.
	 */
	@Transactional
	public List<Backlog> all(Instant now) {
		withoutWorkers();
		return this.jdbc
			.sql("""
					SELECT 'inbound' AS queue, 'autolinker' AS job, 'inbound texts' AS what, count(*), min(received_at) AS oldest
						FROM inbound WHERE linked_at IS NULL
					UNION ALL SELECT 'outbound', 'autolinker', 'echoes of sent texts', count(*), min(received_at)
						FROM outbound_echo WHERE linked_at IS NULL
					UNION ALL SELECT 'delivery', 'delivery-receipts', 'delivery receipts', count(*), min(received_at)
						FROM receipt WHERE state = 'PENDING'
					UNION ALL SELECT 'enrichment', 'enrichment', 'contacts', count(*), min(created_at)
						FROM contact WHERE enriched_at IS NULL
					UNION ALL SELECT 'intent', 'intent-batch', 'unclassified texts', count(*), min(received_at)
						FROM conversation WHERE direction = 'INBOUND' AND classified_at IS NULL
					UNION ALL SELECT 'promotion', 'lead-promoter', 'classified texts', count(*), min(received_at)
						FROM conversation
						WHERE direction = 'INBOUND' AND classified_at IS NOT NULL AND promotion IS NULL
					UNION ALL SELECT 'reply', 'autoresponder', 'unanswered texts', count(*), min(received_at)
						FROM conversation WHERE direction = 'INBOUND' AND classified_at IS NOT NULL AND reply IS NULL
					UNION ALL SELECT 'outbox', 'campaign-send', 'queued texts', count(*), min(queued_at)
						FROM outbox WHERE state = 'QUEUED'
					UNION ALL SELECT 'retry', 'retry', 'texts to try again', count(*), min(queued_at)
						FROM outbox WHERE state = 'RETRY'
					UNION ALL SELECT 'unsettled', 'retry', 'texts of unknown outcome', count(*), min(claimed_at)
						FROM outbox WHERE state IN ('UNKNOWN', 'PERSON')
					UNION ALL SELECT 'parked', '', 'records set aside', count(*), min(since) FROM parked
					UNION ALL SELECT 'person', '', 'texts for a person', count(*), min(since)
						FROM needs_person WHERE resolved_at IS NULL
					UNION ALL SELECT 'mirror', 'airtable-push', 'rows that Airtable has not seen', count(*),
							:now - (clock_timestamp() - min(unmirrored_since))
						FROM (
							SELECT unmirrored_since FROM conversation WHERE version > mirrored_version AND retired_at IS NULL
							UNION ALL SELECT unmirrored_since FROM prospect
								WHERE version > mirrored_version AND mirror_due < clock_timestamp() + interval '100 years'
							UNION ALL SELECT unmirrored_since FROM lead WHERE version > mirrored_version
							UNION ALL SELECT unmirrored_since FROM campaign WHERE version > mirrored_version
							UNION ALL SELECT unmirrored_since FROM number WHERE version > mirrored_version
							UNION ALL SELECT unmirrored_since FROM suppression
								WHERE version > mirrored_version AND mirror_due < 'infinity'
							UNION ALL SELECT unmirrored_since FROM kpi WHERE version > mirrored_version) AS unmirrored
					""")
			.param("now", Sql.at(now))
			.query((rs, row) -> new Backlog(rs.getString("queue"), rs.getString("job"), rs.getString("what"),
					rs.getLong("count"), Sql.instantOrNull(rs, "oldest")))
			.list();
	}

	/**
	 * The planner takes a third of each table for unmirrored, and would start workers
	 * that cost more than the few rows there are.
	 */
	private void withoutWorkers() {
		this.jdbc.sql("SET LOCAL max_parallel_workers_per_gather = 0").update();
	}

	/**
	 * One queue.
	 *
	 * @param job the job that works it off; empty when people do
	 * @param what what waits in it, as people say it
	 * @param oldest since when its oldest waits, or null when it is empty
	 */
	public record Backlog(String queue, String job, String what, long count, @Nullable Instant oldest) {
	}

}
