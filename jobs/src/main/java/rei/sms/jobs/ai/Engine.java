package rei.sms.jobs.ai;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import rei.sms.db.conversation.ProcessedBy;
import rei.sms.jobs.ai.ModelProperties.Endpoint;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;

/** One model with its breaker and its limit of questions at once. */
final class Engine {

	private static final String RESTS = "left alone after failures";

	private final ProcessedBy name;

	private final double cost;

	private final ModelClient client;

	private final Semaphore permits;

	private final Breaker breaker;

	Engine(ProcessedBy name, Endpoint endpoint, InstantSource clock) {
		this.name = name;
		this.cost = endpoint.cost();
		this.client = new ModelClient(endpoint);
		this.permits = new Semaphore(endpoint.concurrency(), true);
		this.breaker = new Breaker(clock);
	}

	ProcessedBy name() {
		return this.name;
	}

	/** What so many tokens cost, in dollars. */
	double cost(long tokens) {
		return this.cost * tokens / 1e6;
	}

	/** What the model said, or why it said nothing. */
	Said ask(Question question, Duration patience) {
		if (this.breaker.rests()) {
			return Said.Nothing.unasked(RESTS);
		}
		if (!acquire(patience)) {
			return Said.Nothing.unasked("busy");
		}
		try {
			return this.breaker.admits() ? said(question) : Said.Nothing.unasked(RESTS);
		}
		finally {
			this.permits.release();
		}
	}

	private Said said(Question question) {
		try {
			var completion = this.client.complete(question);
			this.breaker.succeeded();
			return new Said.Something(completion);
		}
		catch (Rejected ex) {
			this.breaker.refused();
			return new Said.Nothing(reason(ex), true);
		}
		catch (Unavailable ex) {
			ex.retryAfter().filter(Duration::isPositive).ifPresentOrElse(this.breaker::rest, this.breaker::failed);
			return new Said.Nothing(reason(ex), true);
		}
	}

	/** Why the model cannot be asked, for doctor. */
	Optional<String> fault() {
		try {
			this.client.knock();
			return Optional.empty();
		}
		catch (Rejected | Unavailable ex) {
			return Optional.of(reason(ex));
		}
	}

	private boolean acquire(Duration patience) {
		try {
			return this.permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static String reason(RuntimeException ex) {
		return String.valueOf(ex.getMessage());
	}

	/** What one model said. */
	sealed interface Said {

		/** An answer of the asked form. */
		record Something(Completion completion) implements Said {
		}

		/**
		 * None.
		 *
		 * @param asked whether the question reached it
		 */
		record Nothing(String reason, boolean asked) implements Said {

			static Nothing unasked(String reason) {
				return new Nothing(reason, false);
			}

		}

	}

}
