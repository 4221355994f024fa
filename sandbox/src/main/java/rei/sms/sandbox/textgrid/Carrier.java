package rei.sms.sandbox.textgrid;

import java.time.Duration;

/**
 * How the carriers behave; all chances are drawn from one seed.
 *
 * @param fastest the least time between two statuses of a text
 * @param slowest the most
 * @param late chance that a status comes twenty times later than that
 * @param doubled chance that a status is reported twice
 * @param shuffled chance that a text's statuses are reported in reverse
 * @param unsent chance that {@code sent} is never reported
 * @param lost chance that a text ends undelivered (30003)
 */
public record Carrier(Duration fastest, Duration slowest, double late, double doubled, double shuffled, double unsent,
		double lost, long seed) {

	/**
	 * Everything is delivered, once, in order, within milliseconds.
	 */
	public static final Carrier PERFECT = new Carrier(Duration.ofMillis(5), Duration.ofMillis(10), 0, 0, 0, 0, 0, 1);

	/**
	 * As carriers are: seconds, a few losses, doubles and reversals.
	 */
	public static Carrier usual(long seed) {
		return new Carrier(Duration.ofMillis(300), Duration.ofSeconds(3), 0.02, 0.03, 0.03, 0.1, 0.03, seed);
	}

}
