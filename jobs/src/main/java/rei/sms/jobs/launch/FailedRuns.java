package rei.sms.jobs.launch;

import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import rei.sms.jobs.http.Unavailable;

/**
 * Says in the log that a run failed, once: in one line where a vendor was away, with the
 * trace where nobody expected it.
 */
final class FailedRuns {

	private static final Logger log = LoggerFactory.getLogger(FailedRuns.class);

	private FailedRuns() {
	}

	static void tell(JobExecution execution) {
		if (execution.getStatus() == BatchStatus.FAILED) {
			execution.getAllFailureExceptions().forEach((failure) -> tell(execution, failure));
		}
	}

	private static void tell(JobExecution execution, Throwable failure) {
		var job = execution.getJobInstance().getJobName();
		absence(failure).ifPresentOrElse(
				(away) -> log.warn("{} {} failed and can be restarted: {}", job, execution.getId(), away.getMessage()),
				() -> log.error("{} {} failed and can be restarted", job, execution.getId(), failure));
	}

	private static Optional<Throwable> absence(Throwable failure) {
		return Stream.iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.filter(Unavailable.class::isInstance)
			.findFirst();
	}

}
