package rei.sms.sandbox.sellers;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the text that a seller got was about.
 */
enum Context {

	CONTRACT_FOLLOWUP("agreement|contract|before you sign"),

	DELAY_CHECKIN("checking back|better time|check back"),

	OFFER_FOLLOWUP("\\$ ?\\d|what do you think|moving forward|go over (them|it|the numbers)"),

	MOTIVATION_CHECK("how soon|thinking about selling, and|thinking of selling"),

	CONDITION_CHECK("condition|repairs|roof"),

	PRICE_FOLLOWUP("price|want to get for|asking"),

	INTEREST_FEELER("cash offer|open to|consider selling|thought about selling|interest"),

	OWNERSHIP_CHECK("own|owner|right person|reach");

	private final Pattern words;

	Context(String words) {
		this.words = Pattern.compile(words);
	}

	/** The name in the file of replies. */
	String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The first context whose words the text has. */
	static Context of(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		for (Context context : values()) {
			if (context.words.matcher(lower).find()) {
				return context;
			}
		}
		return INTEREST_FEELER;
	}

}
