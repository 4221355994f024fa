package rei.sms.sandbox.airtable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A base's rate: so many calls in any second, then a penalty; and the plan's budget of
 * calls.
 */
final class Rate {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final Deque<Long> latest = new ArrayDeque<>();

	private volatile Limits limits;

	private boolean resting;

	private long restsUntil;

	private long calls;

	private long refused;

	Rate(Limits limits) {
		this.limits = limits;
	}

	void limits(Limits limits) {
		this.limits = limits;
	}

	synchronized long calls() {
		return this.calls;
	}

	/** Calls that met the rate limit or its penalty. */
	synchronized long refused() {
		return this.refused;
	}

	/** Counts a call that arrived at {@code nanos}, or refuses it. */
	synchronized void admit(long nanos) {
		this.calls++;
		if (this.limits.monthlyCalls() > 0 && this.calls > this.limits.monthlyCalls()) {
			throw ApiError.billingLimit();
		}
		if (this.limits.requestsPerSecond() > 0 && (isResting(nanos) || isTooMany(nanos))) {
			this.refused++;
			throw ApiError.rateLimit();
		}
	}

	private boolean isResting(long nanos) {
		this.resting = this.resting && nanos - this.restsUntil < 0;
		return this.resting;
	}

	private boolean isTooMany(long nanos) {
		while (!this.latest.isEmpty() && nanos - this.latest.getFirst() >= SECOND) {
			this.latest.removeFirst();
		}
		if (this.latest.size() < this.limits.requestsPerSecond()) {
			this.latest.addLast(nanos);
			return false;
		}
		this.resting = true;
		this.restsUntil = nanos + this.limits.penalty().toNanos();
		return true;
	}

}
