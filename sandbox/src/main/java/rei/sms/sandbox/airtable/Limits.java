package rei.sms.sandbox.airtable;

import java.time.Duration;

/**
 * The limits a base enforces.
 *
 * @param requestsPerSecond per base, in any second; 0 for none
 * @param penalty how long every call is refused once the rate was broken
 * @param monthlyCalls calls until the plan's budget is spent; 0 for none
 * @param cursorLife how long an offset can be read on
 */
public record Limits(int requestsPerSecond, Duration penalty, long monthlyCalls, Duration cursorLife) {

	/**
	 * Airtable's own.
	 */
	public static final Limits AIRTABLE = new Limits(5, Duration.ofSeconds(30), 0, Duration.ofMinutes(5));

	/**
	 * No rate at all, for tests that are about something else.
	 */
	public static final Limits NONE = new Limits(0, Duration.ZERO, 0, Duration.ofMinutes(5));

	/**
	 * The same limits with another penalty, so that a test need not wait half a minute.
	 */
	public Limits penalty(Duration penalty) {
		return new Limits(this.requestsPerSecond, penalty, this.monthlyCalls, this.cursorLife);
	}

}
