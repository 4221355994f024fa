package rei.sms.jobs.intent.classifier;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;

/**
 * What a reply was understood to say. The intent follows from the other answers, so the
 * three never contradict one another.
 *
 * @param aiIntent what the reply is about
 * @param optOut whether the writer asks us to stop
 * @param threat whether the writer threatens with law, authority or violence
 * @param willing whether the writer is open to sell, where the topic alone does not say
 * @param confidence how often an answer like this is right, from 0 to 1
 * @param reason what decided, in a few words
 * @param language in which an answer should be written
 * @param version of the model that answered
 */
public record Classification(AiIntent aiIntent, boolean optOut, boolean threat, boolean willing, double confidence,
		String reason, Language language, String version) {

	/** What the engine may do next. */
	public Intent intent() {
		if (this.optOut || this.threat) {
			return Intent.DNC;
		}
		return switch (this.aiIntent) {
			case INTEREST_DETECTED, ASK_PRICE, OFFER_DISCUSSION, TIMELINE_QUESTION -> Intent.POSITIVE;
			case MOTIVATION_DETECTED, CONDITION_QUESTION -> this.willing ? Intent.POSITIVE : Intent.NEUTRAL;
			case INTRO, WHO_IS_THIS, HOW_GOT_NUMBER, NEUTRAL, OTHER -> Intent.NEUTRAL;
			case DELAY -> Intent.DELAY;
			case NOT_INTERESTED, WRONG_NUMBER -> Intent.REJECT;
		};
	}

}
