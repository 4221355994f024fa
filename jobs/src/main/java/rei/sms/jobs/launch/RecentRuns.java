package rei.sms.jobs.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.jobs.launch.Run.StepRun;

/** Reads the latest runs with their steps in two queries, however many there are. */
class RecentRuns {

	private static final ExecutionContextSerializer CONTEXTS = new DefaultExecutionContextSerializer();

	private final JdbcClient jdbc;

	RecentRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The latest, newest first. */
	List<Run> latest(int count) {
		var runs = this.jdbc.sql("""
				SELECT e.*, i.job_name FROM batch_job_execution e JOIN batch_job_instance i USING (job_instance_id)
				ORDER BY e.job_execution_id DESC LIMIT :count
				""").param("count", count).query(RecentRuns::run).list();
		var steps = steps(runs.stream().map(Run::id).toArray(Long[]::new));
		return runs.stream().map((run) -> with(run, steps.getOrDefault(run.id(), List.of()))).toList();
	}

	private Map<Long, List<StepRun>> steps(Long[] runs) {
		return this.jdbc.sql("""
				SELECT s.*, coalesce(c.serialized_context, c.short_context) AS context
				FROM batch_step_execution s LEFT JOIN batch_step_execution_context c USING (step_execution_id)
				WHERE s.job_execution_id = ANY (:runs) ORDER BY s.step_execution_id
				""")
			.param("runs", runs)
			.query((rs, row) -> Map.entry(rs.getLong("job_execution_id"), step(rs)))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

	private static Run run(ResultSet rs, int row) throws SQLException {
		return new Run(rs.getLong("job_execution_id"), rs.getString("job_name"), status(rs), List.of(),
				Objects.requireNonNull(time(rs, "create_time")), time(rs, "start_time"), time(rs, "end_time"),
				reason(rs));
	}

	private static Run with(Run run, List<StepRun> steps) {
		return new Run(run.id(), run.job(), run.status(), steps, run.created(), run.started(), run.ended(),
				run.error());
	}

	private static StepRun step(ResultSet rs) throws SQLException {
		var context = context(rs.getString("context"));
		var written = rs.getLong("write_count");
		return new StepRun(rs.getString("step_name"), status(rs), rs.getLong("read_count"), written,
				(context.get("done") instanceof Long done) ? done : written,
				rs.getLong("read_skip_count") + rs.getLong("write_skip_count") + rs.getLong("process_skip_count"),
				(context.get("retried") instanceof Long retried) ? retried : 0, rs.getLong("commit_count"),
				rs.getLong("rollback_count"), time(rs, "start_time"), time(rs, "end_time"), reason(rs));
	}

	private static Map<String, Object> context(@Nullable String text) {
		if (text == null) {
			return Map.of();
		}
		try {
			return CONTEXTS.deserialize(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			return Map.of();
		}
	}

	private static @Nullable Instant time(ResultSet rs, String column) throws SQLException {
		return Run.instant(rs.getObject(column, LocalDateTime.class));
	}

	private static BatchStatus status(ResultSet rs) throws SQLException {
		return BatchStatus.valueOf(rs.getString("status"));
	}

	private static @Nullable String reason(ResultSet rs) throws SQLException {
		var message = rs.getString("exit_message");
		return (message != null) ? Run.cause(message) : null;
	}

}
