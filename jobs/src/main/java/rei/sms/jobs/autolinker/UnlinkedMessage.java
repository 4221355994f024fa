package rei.sms.jobs.autolinker;

import rei.sms.db.inbox.Request;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;

/** A staged message that no conversation shows yet. */
record UnlinkedMessage(MessageSid sid, PhoneNumber sellerPhone, Request request) implements Keyed {

	@Override
	public String key() {
		return this.sid.value();
	}

}
