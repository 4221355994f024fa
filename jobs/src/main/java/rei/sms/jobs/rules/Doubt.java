package rei.sms.jobs.rules;

import java.util.regex.Pattern;

import rei.sms.db.wording.Wording;

/**
 * What a low confidence holds back: it promotes nobody who names no price and asks for no
 * offer.
 */
public final class Doubt {

	/** The confidence below which nothing may follow by itself. */
	public static final double BELOW = 0.5;

	private static final Pattern PRICE_OR_OFFER = Pattern
		.compile("\\$ ?\\d|\\b\\d{2,3} ?k\\b|\\b\\d{1,3}(?:[.,]\\d{3})+\\b"
				+ "|\\b\\d{5,8}\\b|\\b\\d(?:\\.\\d+)? ?(?:m|mil|million|mill|millones)\\b|\\b\\d{2,3} mil\\b"
				+ "|\\b(?:offers?|price|prices|pay|how much|cash|bid|ofertas?|ofrece\\w*|ofreces|precio|pagan?|pagas|pagarian|cuanto)\\b");

	private Doubt() {
	}

	/**
	 * Whether a message read with this confidence may move its contact towards a lead.
	 */
	public static boolean letsPromote(double confidence, String message) {
		return confidence >= BELOW || PRICE_OR_OFFER.matcher(Wording.of(message).folded()).find();
	}

}
