package rei.sms.jobs.intent.facts;

/**
 * What a seller wants for the house, in whole dollars.
 *
 * @param low the least that was named
 * @param high the most that was named; equal to {@code low} unless a range was given
 */
public record AskingPrice(long low, long high) {

	public AskingPrice {
		if (low > high) {
			throw new IllegalArgumentException("a price range runs upwards");
		}
	}

	static AskingPrice of(long one, long other) {
		return new AskingPrice(Math.min(one, other), Math.max(one, other));
	}

}
