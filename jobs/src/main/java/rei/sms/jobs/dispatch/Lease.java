package rei.sms.jobs.dispatch;

import java.time.Duration;

/**
 * The time in which a call for a phone may begin. A stop request waits until it is over;
 * the sender counts it from before the claim, on this process's own monotonic clock, and
 * less a margin, so it is over here before it is over there, however long a thread was
 * paused.
 */
record Lease(long endNanos) {

	/** What the database grants. */
	static final Duration GRANTED = Duration.ofSeconds(2);

	private static final Duration MARGIN = Duration.ofSeconds(1);

	/** For how long after its claim a call may begin. */
	static final Duration HELD = GRANTED.minus(MARGIN);

	/** A lease that is about to be asked for. */
	static Lease fromNow() {
		return new Lease(System.nanoTime() + HELD.toNanos());
	}

	/** Whether a call may still begin. */
	boolean holds() {
		return System.nanoTime() < this.endNanos;
	}

}
