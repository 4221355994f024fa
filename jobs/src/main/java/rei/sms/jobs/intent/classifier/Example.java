package rei.sms.jobs.intent.classifier;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;

/**
 * A reply that a person has labelled by the guide.
 *
 * @param voice who wrote it, so that no voice is measured by a model that has read it
 */
public record Example(String text, AiIntent aiIntent, Intent intent, boolean optOut, Language language, Context context,
		String voice) {

	Reply reply() {
		return new Reply(this.text, this.context);
	}

	/** A threat is what makes a reply DNC although nothing in it asks us to stop. */
	boolean isThreat() {
		return this.intent == Intent.DNC && !this.optOut;
	}

	boolean isWilling() {
		return this.intent == Intent.POSITIVE;
	}

}
