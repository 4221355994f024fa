package rei.sms.webhooks;

import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.inbox.Staged;

/**
 * A text and what stands in the inbox under its SID.
 *
 * @param sendMayBegin whether a send that passed the gate before this stop request may
 * still begin
 */
record Kept(InboundMessage message, Staged staged, boolean sendMayBegin) {

	/** Whether it was this text that was staged, not an earlier one of the same SID. */
	boolean isNew() {
		return this.message.conversationId().equals(this.staged.conversationId());
	}

	boolean isStop() {
		return this.staged.request().isStop();
	}

}
