package rei.sms.jobs.intent;

import rei.sms.db.conversation.Classified;
import rei.sms.jobs.Keyed;
import rei.sms.jobs.rules.Reading;

/** An inbound message and what was read out of it. */
record Understood(Unclassified message, Reading reading, Classified classified) implements Keyed {

	@Override
	public String key() {
		return this.message.key();
	}

	/** Whether this is a request to stop that the webhook's quick look missed. */
	boolean isLateStop() {
		return this.reading.optOut() && !this.message.request().isStop();
	}

}
