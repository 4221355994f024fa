package rei.sms.jobs;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.core.retry.RetryListener;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryState;
import org.springframework.core.retry.Retryable;

/**
 * Counts how often a step tried again; the count is kept beside the step's other counts.
 */
class Retries implements StepExecutionListener, RetryListener {

	/** Where the count stands in the step's own context. */
	static final String COUNT = "retried";

	/** A restarted step begins with the context of the one that failed. */
	@Override
	public void beforeStep(StepExecution step) {
		step.getExecutionContext().remove(COUNT);
	}

	@Override
	public void beforeRetry(RetryPolicy policy, Retryable<?> retryable, RetryState state) {
		var step = StepSynchronizationManager.getContext();
		if (step != null) {
			var context = step.getStepExecution().getExecutionContext();
			context.putLong(COUNT, context.getLong(COUNT, 0) + 1);
		}
	}

}
