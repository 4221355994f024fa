package rei.sms.jobs.launch;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * One execution of a job, as people see it.
 *
 * @param created when it was launched
 */
public record Run(long id, String job, BatchStatus status, List<StepRun> steps, Instant created,
		@Nullable Instant started, @Nullable Instant ended, @Nullable String error) {

	/**
	 * How many records one step took.
	 *
	 * @param done how many of them got what the step is for, where that is not all that
	 * it wrote
	 */
	public record StepRun(String step, BatchStatus status, long read, long written, long done, long skipped,
			long retried, long commits, long rollbacks, @Nullable Instant started, @Nullable Instant ended,
			@Nullable String error) {

		static StepRun of(StepExecution step) {
			return new StepRun(step.getStepName(), step.getStatus(), step.getReadCount(), step.getWriteCount(),
					step.getExecutionContext().getLong("done", step.getWriteCount()), step.getSkipCount(),
					step.getExecutionContext().getLong("retried", 0), step.getCommitCount(), step.getRollbackCount(),
					instant(step.getStartTime()), instant(step.getEndTime()), reason(step.getExitStatus()));
		}

	}

	/** How many records a run took in all. */
	public record Counts(long read, long written, long skipped, long retried) {
	}

	static Run of(JobExecution execution) {
		return new Run(execution.getId(), execution.getJobInstance().getJobName(), execution.getStatus(),
				execution.getStepExecutions().stream().map(StepRun::of).toList(),
				Objects.requireNonNull(instant(execution.getCreateTime())), instant(execution.getStartTime()),
				instant(execution.getEndTime()), reason(execution.getExitStatus()));
	}

	/** What all steps took together. */
	public Counts counts() {
		return new Counts(sum(StepRun::read), sum(StepRun::written), sum(StepRun::skipped), sum(StepRun::retried));
	}

	/** How many records the named steps brought to what they are for. */
	public long done(Collection<String> steps) {
		return this.steps.stream().filter((step) -> steps.contains(step.step())).mapToLong(StepRun::done).sum();
	}

	/** Spring Batch keeps times as the process's clock on the wall shows them. */
	static @Nullable Instant instant(@Nullable LocalDateTime local) {
		return (local != null) ? local.atZone(ZoneId.systemDefault()).toInstant() : null;
	}

	private long sum(ToLongFunction<StepRun> count) {
		return this.steps.stream().mapToLong(count).sum();
	}

	private static @Nullable String reason(ExitStatus exit) {
		return cause(exit.getExitDescription());
	}

	/** What went wrong at the bottom of a trace; the whole trace is in the log. */
	static @Nullable String cause(String trace) {
		return trace.lines()
			.filter((line) -> line.startsWith("Caused by: "))
			.reduce((_, last) -> last)
			.or(() -> trace.lines().findFirst())
			.map((line) -> line.replaceFirst("^(?:Caused by: )?(?:[a-z]\\w*\\.)*", ""))
			.orElse(null);
	}

}
