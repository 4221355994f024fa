package rei.sms.jobs.airtable;

import java.time.Duration;
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
	 * Where the usual call takes longer, its work and not its way makes the difference.
	 */
	private static final long FAR = Duration.ofMillis(100).toNanos();

	private static final int COLD = 5;

	private int calls;

	private long usual;

	private long least;

	/** Whether too few calls were seen to know what is usual. */
	synchronized boolean isCold() {
		return this.calls < COLD;
	}

	/**
	 * Learns how long a call took; answers how long before its end it arrived at the
	 * latest, when that is to be taken for its time.
	 */
	synchronized Optional<Duration> ended(Duration took) {
		var nanos = took.toNanos();
		var late = isCold() || nanos > longest();
		var sinceArrival = isCold() ? 0 : Math.min(this.least, nanos);
		learn(nanos);
		return late ? Optional.of(Duration.ofNanos(sinceArrival)) : Optional.empty();
	}

	private long longest() {
		return ((this.usual < FAR) ? this.least : 2 * this.usual) + DOUBTFUL;
	}

	private void learn(long nanos) {
		this.least = (this.calls == 0) ? nanos : Math.min(nanos, this.least + this.least / 16);
		this.usual = isCold() ? this.least : this.usual + (Math.min(nanos, longest()) - this.usual) / 8;
		this.calls++;
	}

}
