package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Judges from how long calls take whether one may have reached Airtable late, and so come
 * close to those after it. Nobody but Airtable knows when a call arrived: only that it
 * was between its departure and its answer.
 */
final class Arrivals {

	/** Below what the distance kept between calls allows for. */
	private static final long DOUBTFUL = Duration.ofMillis(30).toNanos();

	/**
	 * Where the usual call takes longer, its work may make the difference and not its
	 * way: how much calls differ tells.
	 */
	private static final long FAR = Duration.ofMillis(100).toNanos();

	private static final long DOUBTFUL_AFAR = Duration.ofMillis(20).toNanos();

	private static final int COLD = 5;

	/**
	 * The quickest of so many is what a call takes at the least: enough that some of them
	 * were not held up, few enough that calls which do more work soon count as usual.
	 */
	private static final int LATEST = 24;

	private final long[] latest = new long[LATEST];

	private int calls;

	private long usual;

	private long least;

	private long spread;

	/** Whether too few calls were seen to know what is usual. */
	synchronized boolean isCold() {
		return this.calls < COLD;
	}

	/** How long a call may take and still have arrived in time. */
	synchronized Duration longestUsual() {
		return isCold() ? Duration.ZERO : Duration.ofNanos(longest());
	}

	/**
	 * Learns how long a call took; answers how long before its end it arrived at the
	 * latest, when that is to be taken for its time.
	 * @param busy whether this machine holds threads up: then the differences are no work
	 * of Airtable's
	 */
	synchronized Optional<Duration> ended(Duration took, boolean busy) {
		var nanos = took.toNanos();
		var late = isCold() || nanos > (busy ? this.least + DOUBTFUL : longest());
		var sinceArrival = isCold() ? 0 : Math.min(this.least, nanos);
		learn(nanos);
		return late ? Optional.of(Duration.ofNanos(sinceArrival)) : Optional.empty();
	}

	private long longest() {
		return (this.usual < FAR) ? this.least + DOUBTFUL : this.usual + DOUBTFUL_AFAR + 4 * this.spread;
	}

	private void learn(long nanos) {
		this.latest[this.calls % LATEST] = nanos;
		this.least = Arrays.stream(this.latest).limit(this.calls + 1).min().orElseThrow();
		var counted = Math.min(nanos, longest());
		this.spread = isCold() ? this.least / 4 : this.spread + (Math.abs(counted - this.usual) - this.spread) / 8;
		this.usual = isCold() ? this.least : this.usual + (counted - this.usual) / 8;
		this.calls++;
	}

}
