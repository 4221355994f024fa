package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.Optional;

/**
 * How long this process's threads were held up lately when a call was to leave. Where the
 * machine is so busy, calls may be held up behind their departure too, and keep more
 * distance.
 */
final class Stalls {

	/** What a machine that has time never exceeds. */
	private static final long USUAL = Duration.ofMillis(5).toNanos();

	/** Less than half of what the distance kept between calls allows for. */
	private static final long COVERED = Duration.ofMillis(15).toNanos();

	private static final long MOST = Duration.ofMillis(100).toNanos();

	/** One part in so many a call: half of it in three seconds at Airtable's limit. */
	private static final int FORGOTTEN = 20;

	private long recent;

	/**
	 * Learns how late a call left; answers how much more distance it keeps behind its
	 * departure, or empty where its turn will do.
	 */
	synchronized Optional<Duration> left(long late) {
		this.recent = Math.max(Math.min(late, MOST), this.recent - this.recent / FORGOTTEN);
		return areRecent() ? Optional.of(Duration.ofNanos(Math.max(0, this.recent - COVERED))) : Optional.empty();
	}

	/** Whether threads were held up lately. */
	synchronized boolean areRecent() {
		return this.recent > USUAL;
	}

}
