package rei.sms.jobs;

import java.util.Objects;
import java.util.UUID;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Runs and restarts jobs as the engine launches them, and waits for their end. */
public final class TestJobs {

	private final JobOperator operator;

	private final JobRepository repository;

	TestJobs(JobOperator operator, JobRepository repository) {
		this.operator = operator;
		this.repository = repository;
	}

	/** Runs a job without a limit. */
	public JobExecution run(Job job) {
		return run(job, Integer.MAX_VALUE);
	}

	/** Runs a job over at most {@code limit} records. */
	public JobExecution run(Job job, long limit) {
		try {
			return ended(this.operator.start(job,
					new JobParametersBuilder().addString("run", UUID.randomUUID().toString())
						.addLong("limit", limit, false)
						.addString("mirror", "now", false)
						.toJobParameters()));
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Takes a failed run up where it ended. */
	public JobExecution restart(JobExecution failed) {
		try {
			return ended(this.operator.restart(failed));
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** One step of a run. */
	public static StepExecution step(JobExecution execution, String name) {
		return execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getStepName().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private JobExecution ended(JobExecution execution) {
		return Objects.requireNonNull(this.repository.getJobExecution(execution.getId()));
	}

}
