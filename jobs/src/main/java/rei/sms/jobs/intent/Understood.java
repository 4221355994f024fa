package rei.sms.jobs.intent;

import java.util.List;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Classified;
import rei.sms.db.conversation.Told;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.rules.Reading;

/**
 * An inbound message and what was read out of it.
 *
 * @param doubtfulStop whether a person should look if it asks us to stop
 */
record Understood(Unclassified message, Reading reading, boolean doubtfulStop, Classified classified) implements Keyed {

	@Override
	public String key() {
		return this.message.key();
	}

	/** Whether there is anything to add to what is known of the seller. */
	boolean tellsAnything() {
		var told = this.classified.told();
		return !told.equals(new Told(null, null, null, List.of(), List.of(), "en"));
	}

	/** Whether the prospect's status shows what this means. */
	boolean showsOnProspect() {
		return switch (this.classified.intent()) {
			case REJECT, DELAY -> true;
			case POSITIVE, NEUTRAL, DNC -> this.classified.aiIntent() == AiIntent.INTRO;
		};
	}

	/** Whether this is a request to stop that the webhook's quick look missed. */
	boolean isLateStop() {
		return this.reading.optOut() && !this.message.request().isStop();
	}

}
