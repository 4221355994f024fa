package rei.sms.sandbox.sellers;

import java.time.Duration;

/**
 * How sellers behave.
 *
 * @param soonest the least time before an answer
 * @param latest the most
 * @param replyShare of those who get a first text, how many answer
 * @param turns how often one seller writes at most
 */
public record SellerOptions(Duration soonest, Duration latest, double replyShare, int turns, long seed) {

	/**
	 * 5 to 30 seconds, 45 of 100, up to four texts each.
	 */
	public static SellerOptions usual(long seed) {
		return new SellerOptions(Duration.ofSeconds(5), Duration.ofSeconds(30), 0.45, 4, seed);
	}

}
