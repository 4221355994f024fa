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

	/** Half forgotten after fourteen calls, three seconds at Airtable's limit. */
	private static final double KEPT = 0.95;

	private double recent;

	/** Learns how late a call left; answers how much more distance it keeps. */
	synchronized Duration left(long late) {
		this.recent = Math.max(Math.min(late, MOST), this.recent * KEPT);
		return (this.recent > USUAL) ? Duration.ofNanos(Math.round(this.recent)) : Duration.ZERO;
	}

}
