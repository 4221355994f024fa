package rei.sms.jobs;

import java.time.Clock;

import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.core.step.skip.SkipLimitExceededException;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

import rei.sms.db.operations.ParkedRecords;
import rei.sms.jobs.http.Unavailable;

/**
 * Starts every step alike. A chunked step has one transaction a chunk, which is tried
 * again while a vendor is unavailable; then the run fails and can be restarted. A record
 * that can't be taken is parked and the others go on.
 */
@Component
@EnableConfigurationProperties(BatchProperties.class)
public class Steps {

	private final JobRepository jobs;

	private final PlatformTransactionManager transactions;

	private final BatchProperties batch;

	private final ParkedRecords parked;

	private final Clock clock;

	Steps(JobRepository jobs, PlatformTransactionManager transactions, BatchProperties batch, ParkedRecords parked,
			Clock clock) {
		this.jobs = jobs;
		this.transactions = transactions;
		this.batch = batch;
		this.parked = parked;
		this.clock = clock;
	}

	/** A chunked step of {@code job}. */
	public <I extends Keyed, O extends Keyed> ChunkOrientedStepBuilder<I, O> chunked(String job, String step) {
		return chunked(job, step, this.batch.chunkSize());
	}

	/** A chunked step of {@code job} with its own chunk size. */
	public <I extends Keyed, O extends Keyed> ChunkOrientedStepBuilder<I, O> chunked(String job, String step,
			int chunkSize) {
		var retries = new Retries();
		return new StepBuilder(step, this.jobs).<I, O>chunk(chunkSize)
			.transactionManager(this.transactions)
			.faultTolerant()
			.retryPolicy(RetryPolicy.builder()
				.includes(Unavailable.class)
				.maxRetries(this.batch.retryLimit())
				.delay(this.batch.retryDelay())
				.multiplier(2)
				.build())
			.retryListener(retries)
			.listener((StepListener) retries)
			.skipPolicy(this::isPoison)
			.skipListener(new Parking<>(job, step, this.parked, this.clock));
	}

	/**
	 * A step of one statement or loop that commits for itself; no transaction is held
	 * around it, and it is told when its run is asked to stop, by whatever process.
	 */
	public TaskletStepBuilder single(String step, Tasklet tasklet) {
		var none = new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
		return new StepBuilder(step, this.jobs).tasklet(tasklet, this.transactions)
			.transactionAttribute(none)
			.listener(new StopFromAfar(this.jobs));
	}

	/** Only a fault of the record itself lets the others go on without it. */
	private boolean isPoison(Throwable error, long skipped) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (cause instanceof Unavailable || cause instanceof TransientDataAccessException
					|| cause instanceof DataAccessResourceFailureException || cause instanceof Error) {
				return false;
			}
		}
		if (skipped >= this.batch.skipLimit()) {
			throw new SkipLimitExceededException(this.batch.skipLimit(), error);
		}
		return true;
	}

}
