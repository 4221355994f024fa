package rei.sms.ops.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.ops.access.PagesOn;
import rei.sms.ops.runs.RunView.StepView;

/** Reads executions with their steps, a page of them in two queries. */
@Component
@Conditional(PagesOn.class)
public class RunList {

	private static final String RUN = """
			SELECT e.job_execution_id, i.job_name, e.status, e.exit_message,
				extract(epoch FROM localtimestamp - coalesce(e.start_time, e.create_time)) AS age,
				extract(epoch FROM coalesce(e.end_time, localtimestamp) - coalesce(e.start_time, e.create_time)) AS seconds
			FROM batch_job_execution e JOIN batch_job_instance i USING (job_instance_id)
			""";

	private final JdbcClient jdbc;

	RunList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The latest runs, newest first.
	 * @param job of one job, or null for all
	 * @param before older than this execution
	 */
	public List<RunView> latest(@Nullable String job, long before, int limit) {
		var runs = this.jdbc.sql(RUN + ((job != null) ? """
				WHERE i.job_name = :job AND e.job_execution_id < :before
				ORDER BY i.job_instance_id DESC, e.job_execution_id DESC LIMIT :limit
				""" : "WHERE e.job_execution_id < :before ORDER BY e.job_execution_id DESC LIMIT :limit"))
			.param("job", job)
			.param("before", before)
			.param("limit", limit)
			.query(RunList::run)
			.list();
		return withSteps(runs);
	}

	/** One run. */
	public Optional<RunView> find(long id) {
		return withSteps(
				this.jdbc.sql(RUN + "WHERE e.job_execution_id = :id").param("id", id).query(RunList::run).list())
			.stream()
			.findFirst();
	}

	private List<RunView> withSteps(List<RunView> runs) {
		var steps = this.jdbc.sql("""
				SELECT *, coalesce(extract(epoch FROM coalesce(end_time, localtimestamp) - start_time), 0) AS seconds
				FROM batch_step_execution WHERE job_execution_id = ANY (:ids) ORDER BY step_execution_id
				""")
			.param("ids", runs.stream().map(RunView::id).toArray(Long[]::new))
			.query(RunList::step)
			.list()
			.stream()
			.collect(Collectors.groupingBy(StepView::run));
		return runs.stream().map((run) -> run.with(steps.getOrDefault(run.id(), List.of()))).toList();
	}

	private static RunView run(ResultSet rs, int row) throws SQLException {
		return new RunView(rs.getLong("job_execution_id"), rs.getString("job_name"), rs.getString("status"),
				duration(rs, "age"), blankAsNull(rs.getString("exit_message")), duration(rs, "seconds"), List.of());
	}

	private static StepView step(ResultSet rs, int row) throws SQLException {
		return new StepView(rs.getLong("job_execution_id"), rs.getString("step_name"), rs.getString("status"),
				rs.getLong("read_count"), rs.getLong("write_count"), rs.getLong("filter_count"),
				rs.getLong("read_skip_count") + rs.getLong("write_skip_count") + rs.getLong("process_skip_count"),
				rs.getLong("commit_count"), rs.getLong("rollback_count"), duration(rs, "seconds"),
				blankAsNull(rs.getString("exit_message")));
	}

	private static Duration duration(ResultSet rs, String seconds) throws SQLException {
		return Duration.ofMillis(Math.max(0, (long) (rs.getDouble(seconds) * 1000)));
	}

	private static @Nullable String blankAsNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
