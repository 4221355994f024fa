package rei.sms.db.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
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

	/** Of each job the run that was launched last; it may still go on. */
	public List<LatestRun> latest() {
		return this.jdbc.sql("""
				WITH RECURSIVE job AS (
						SELECT min(job_name) AS name FROM batch_job_instance
						UNION ALL
						SELECT (SELECT min(job_name) FROM batch_job_instance WHERE job_name > job.name) FROM job
						WHERE job.name IS NOT NULL)
				SELECT job.name, run.job_execution_id, run.status, run.start_time, run.end_time FROM job
				CROSS JOIN LATERAL (
					SELECT job_instance_id FROM batch_job_instance WHERE job_name = job.name
					ORDER BY job_instance_id DESC LIMIT 1) AS instance
				CROSS JOIN LATERAL (
					SELECT * FROM batch_job_execution WHERE job_instance_id = instance.job_instance_id
					ORDER BY job_execution_id DESC LIMIT 1) AS run
				ORDER BY job.name
				""")
			.query((rs, row) -> new LatestRun(rs.getString("name"), rs.getLong("job_execution_id"),
					rs.getString("status"), time(rs, "start_time"), time(rs, "end_time")))
			.list();
	}

	/** Spring Batch keeps times as the machine's clock on the wall shows them. */
	private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
		var local = rs.getObject(column, LocalDateTime.class);
		return (local != null) ? local.atZone(ZoneId.systemDefault()).toInstant() : null;
	}

	/** The run of a job that was launched last. */
	public record LatestRun(String job, long id, String status, @Nullable Instant started, @Nullable Instant ended) {
	}

}
