package rei.sms.db.operations;

import java.time.Duration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What Spring Batch remembers of past runs. */
@Repository
public class RunHistory {

	private final JdbcClient jdbc;

	RunHistory(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Forgets up to {@code limit} runs that ended too long ago to be looked at or taken
	 * up again. Spring Batch stamps runs with the machine's time, so that is what their
	 * age is measured by.
	 * @return how many runs were forgotten
	 */
	public int forget(Duration completed, Duration failed, int limit) {
		return this.jdbc
			.sql("""
					WITH old AS (
							SELECT job_instance_id FROM batch_job_execution
							GROUP BY job_instance_id
							HAVING max(coalesce(end_time, 'infinity')) < localtimestamp - make_interval(secs =>
								CASE WHEN bool_or(status = 'COMPLETED') THEN :completed ELSE :failed END)
							LIMIT :limit),
						runs AS (SELECT job_execution_id AS id FROM batch_job_execution JOIN old USING (job_instance_id)),
						steps AS (SELECT step_execution_id AS id FROM batch_step_execution s JOIN runs r ON r.id = s.job_execution_id),
						step_contexts AS (DELETE FROM batch_step_execution_context c USING steps s WHERE c.step_execution_id = s.id),
						step_rows AS (DELETE FROM batch_step_execution e USING steps s WHERE e.step_execution_id = s.id),
						contexts AS (DELETE FROM batch_job_execution_context c USING runs r WHERE c.job_execution_id = r.id),
						params AS (DELETE FROM batch_job_execution_params p USING runs r WHERE p.job_execution_id = r.id),
						run_rows AS (DELETE FROM batch_job_execution e USING runs r WHERE e.job_execution_id = r.id)
					DELETE FROM batch_job_instance i USING old o WHERE i.job_instance_id = o.job_instance_id
					""")
			.param("completed", completed.toSeconds())
			.param("failed", failed.toSeconds())
			.param("limit", limit)
			.update();
	}

}
