package rei.sms.jobs;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.dao.DataAccessException;

/**
 * Tells a step that is one long loop within a second or so that another process asked its
 * run to stop; a chunked one learns it at its chunk's end.
 */
final class StopFromAfar implements StepExecutionListener {

	private final JobRepository jobs;

	private final Map<Long, CountDownLatch> ends = new ConcurrentHashMap<>();

	StopFromAfar(JobRepository jobs) {
		this.jobs = jobs;
	}

	@Override
	public void beforeStep(StepExecution step) {
		var end = new CountDownLatch(1);
		this.ends.put(step.getId(), end);
		Thread.ofVirtual().name("stop-from-afar").start(() -> watch(step, end));
	}

	@Override
	public @Nullable ExitStatus afterStep(StepExecution step) {
		Optional.ofNullable(this.ends.remove(step.getId())).ifPresent(CountDownLatch::countDown);
		return null;
	}

	private void watch(StepExecution step, CountDownLatch end) {
		try {
			while (!step.isTerminateOnly() && !end.await(1, TimeUnit.SECONDS)) {
				if (isAsked(step)) {
					step.setTerminateOnly();
				}
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Spring Batch marks such a run at once as stopped. A database that is away for a
	 * moment is asked again.
	 */
	private boolean isAsked(StepExecution step) {
		try {
			var run = this.jobs.getJobExecution(step.getJobExecutionId());
			return run != null && !run.isRunning();
		}
		catch (DataAccessException ex) {
			return false;
		}
	}

}
