package rei.sms.sandbox.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a modest model makes of a seller's text.
 *
 * @param reply what it would answer
 */
record Guess(String aiIntent, String intent, boolean optOut, String reply) {

	private static final String CALL = "Thanks for getting back to me. When is a good time for a short call about the house?";

	private static final Guess NEUTRAL = new Guess("neutral", "Neutral", false, CALL);

	private static final Rule[] RULES = {
			rule("\\b(stop|unsubscribe|remove me|take me off|leave me alone)\\b", "not_interested", "DNC", true, ""),
			rule("wrong (number|person)|don'?t own", "wrong_number", "Reject", false, ""),
			rule("(how|where).{0,20}(get|got|find|found).{0,15}(number|me)\\b", "how_got_number", "Neutral", false,
					"Your number is listed with the property in records that we license. I can take it out if you like."),
			rule("who('s| is| are| dis)|what company|scam", "who_is_this", "Neutral", false,
					"We're a small local team that buys homes, and I was asking about yours. Would you like to hear more?"),
			rule("\\$ ?\\d|\\d{2,3} ?k\\b", "offer_discussion", "Positive", false,
					"Thanks, that helps. I'll go over it and call you. When is a good time?"),
			rule("how much|make (me )?an offer|what.{0,15}(pay|offer)", "ask_price", "Positive", false,
					"Fair question. How is the condition of the house, any repairs needed?"),
			rule("repair|roof|condition|as[ -]is|tenant", "condition_question", "Positive", false,
					"Good to know, we buy as is. How soon would you like to be done?"),
			rule("divorce|inherit|behind|foreclos|tax", "motivation_detected", "Positive", false,
					"Sorry to hear it's a lot. Would a quick and simple sale help?"),
			rule("how (soon|fast|long)|close", "timeline_question", "Positive", false,
					"It can go quickly or slowly, as suits you. What date did you have in mind?"),
			rule("not interested|no thanks|not (for sale|selling)|\\bnope?\\b", "not_interested", "Reject", false, ""),
			rule("later|busy|next (week|month|year)|not right now", "delay", "Delay", false,
					"No rush. When would be a better time to check back?"),
			rule("\\b(yes|yeah|sure|interested|maybe sell)\\b", "interest_detected", "Positive", false, CALL) };

	/** Reads the text by its first tell-tale words. */
	static Guess of(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		for (Rule rule : RULES) {
			if (rule.words.matcher(lower).find()) {
				return rule.guess;
			}
		}
		return NEUTRAL;
	}

	private static Rule rule(String words, String aiIntent, String intent, boolean optOut, String reply) {
		return new Rule(Pattern.compile(words), new Guess(aiIntent, intent, optOut, reply));
	}

	private record Rule(Pattern words, Guess guess) {
	}

}
