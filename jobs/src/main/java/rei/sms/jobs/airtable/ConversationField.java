package rei.sms.jobs.airtable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.Direction;

/** The fields of the log of every message. */
public enum ConversationField implements Field {

	CONVERSATION_ID(Naming.computed("Conversation ID")), STAGE(Naming.select("Stage", Stage.values())),
	PROCESSED_BY(Naming.select("Processed By", ProcessedBy.values())),
	INTENT(Naming.select("Intent Detected", Intent.values())),
	DIRECTION(Naming.select("Direction", Direction.values())),
	STATUS(Naming.select("Delivery Status", DeliveryStatus.values())),
	AI_INTENT(Naming.select("AI Intent", AiIntent.values())), TEXTGRID_PHONE(Naming.text("TextGrid Phone Number")),
	TEXTGRID_ID(Naming.text("TextGrid ID").key()), TEMPLATE_RECORD_ID(Naming.text("Template Record ID")),
	SELLER_PHONE(Naming.text("Seller Phone Number")), PROSPECT_RECORD_ID(Naming.text("Prospect Record ID")),
	LEAD_RECORD_ID(Naming.text("Lead Record ID")), CAMPAIGN_LINK(Naming.link("Campaign").twin("Campaign Record ID")),
	SENT_COUNT(Naming.number("Sent Count").orComputed()), REPLY_COUNT(Naming.number("Reply Count").orComputed()),
	SUMMARY(Naming.text("Message Summary (AI)").orComputed()), MESSAGE(Naming.text("Message")),
	TEMPLATE_LINK(Naming.link("Template")), PROSPECT_LINK(Naming.link("Prospect").twin("Prospects")),
	LEAD_LINK(Naming.link("Lead").optional()), LEAD_STATUS(Naming.computed("Lead Status (from Lead)")),
	RESPONSE_TIME(Naming.number("Response Time (Minutes)").orComputed()), RECORD_ID(Naming.computed("Record ID")),
	RECEIVED_TIME(Naming.time("Received Time")), PROCESSED_TIME(Naming.time("Processed Time")),
	LAST_SENT_TIME(Naming.time("Last Sent Time")), LAST_RETRY_TIME(Naming.time("Last Retry Time")),
	AI_RESPONSE_TRIGGER(Naming.flag("AI Response Trigger").optional().orComputed());

	@SuppressWarnings("ImmutableEnumChecker")
	private final Naming naming;

	ConversationField(Naming naming) {
		this.naming = naming;
	}

	@Override
	public Table table() {
		return Table.CONVERSATIONS;
	}

	@Override
	public Naming naming() {
		return this.naming;
	}

}
