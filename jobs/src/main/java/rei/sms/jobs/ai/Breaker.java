package rei.sms.jobs.ai;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps a failing model from being asked: after three failures in a row it is left alone,
 * each time twice as long, and then tried once.
 */
final class Breaker {

	private static final int FAILURES = 3;

	private static final Duration SHORTEST = Duration.ofSeconds(15);

	private static final int MOST_DOUBLINGS = 5;

	private final InstantSource clock;

	private int failures;

	private Instant closedUntil = Instant.MIN;

	private Instant restsUntil = Instant.MIN;

	Breaker(InstantSource clock) {
		this.clock = clock;
	}

	/** Whether the model is left alone now. */
	synchronized boolean rests() {
		var now = this.clock.instant();
		return now.isBefore(this.closedUntil) || now.isBefore(this.restsUntil);
	}

	/** Whether the model may be asked; while it is on trial only one question may. */
	synchronized boolean admits() {
		if (rests()) {
			return false;
		}
		if (this.failures >= FAILURES) {
			this.closedUntil = this.clock.instant().plus(SHORTEST);
		}
		return true;
	}

	synchronized void succeeded() {
		this.failures = 0;
		this.closedUntil = Instant.MIN;
	}

	synchronized void failed() {
		this.failures++;
		if (this.failures >= FAILURES) {
			var doublings = Math.min(this.failures - FAILURES, MOST_DOUBLINGS);
			this.closedUntil = this.clock.instant().plus(SHORTEST.multipliedBy(1L << doublings));
		}
	}

	/**
	 * Leaves the model alone for as long as it asked, whatever it answers to what is
	 * under way.
	 */
	synchronized void rest(Duration time) {
		this.restsUntil = this.clock.instant().plus(time);
	}

	/** Leaves the model alone for long: it refuses us for good. */
	synchronized void refused() {
		this.failures = FAILURES + MOST_DOUBLINGS;
		failed();
	}

}
