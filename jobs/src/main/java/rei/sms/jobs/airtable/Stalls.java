package rei.sms.jobs.airtable;

import java.time.Duration;

/**
 * How long this process's threads were held up lately when a call was to leave. Where the
 * machine is so busy, calls may be held up behind their departure too, and keep more
 * distance.
 */
final class Stalls {

	/** What a machine that has time never exceeds. */
	private static final long USUAL = Duration.ofMillis(5).toNanos();

	private static final long MOST = Duration.ofMillis(100).toNanos();

	/** One part in so many a call: half of it in three seconds at Airtable's limit. */
	private static final int FORGOTTEN = 20;

	private long recent;

	/** Learns how late a call left; answers how much more distance it keeps. */
	synchronized Duration left(long late) {
		this.recent = Math.max(Math.min(late, MOST), this.recent - this.recent / FORGOTTEN);
		return areRecent() ? Duration.ofNanos(this.recent) : Duration.ZERO;
	}

	/** Whether threads were held up lately. */
	synchronized boolean areRecent() {
		return this.recent > USUAL;
	}

}
