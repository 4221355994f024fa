package rei.sms.jobs.launch;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/**
 * A run that this process began.
 *
 * @param end done as soon as the run has ended, however it did
 */
record Begun(JobExecution execution, CompletableFuture<Void> end) {

	private static final long GLANCE_MILLIS = 50;

	/** The run as it was launched. */
	Run begun() {
		return Run.of(this.execution);
	}

	/** The run once it has ended. */
	Run join() {
		this.end.join();
		return Run.of(this.execution);
	}

	/** The same, whose end has come only once {@code last} is done. */
	Begun andThen(Runnable last) {
		return new Begun(this.execution, this.end.thenRun(last));
	}

	/**
	 * Has the run end after its current chunk and waits for that; a step that begins
	 * meanwhile is to end as well.
	 * @return whether it ended in time
	 */
	boolean stop(Duration patience) {
		var deadline = System.nanoTime() + patience.toNanos();
		while (!hasEnded()) {
			this.execution.getStepExecutions().forEach(StepExecution::setTerminateOnly);
			if (System.nanoTime() > deadline) {
				return false;
			}
		}
		return true;
	}

	private boolean hasEnded() {
		try {
			this.end.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
			return true;
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return true;
		}
	}

}
