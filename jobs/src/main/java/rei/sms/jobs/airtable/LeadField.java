package rei.sms.jobs.airtable;

import rei.sms.db.contact.LeadStatus;
import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.Direction;

/** The fields of sellers who showed interest. */
public enum LeadField implements Field {

	LEAD_ID(Naming.computed("Lead ID")), CAMPAIGNS(Naming.link("Campaigns")),
	CONVERSATIONS(Naming.computed("Conversations")), DEALS(Naming.computed("Deals")),
	DELIVERED_COUNT(Naming.number("Delivered Count")), FAILED_COUNT(Naming.number("Failed Count")),
	LAST_ACTIVITY(Naming.time("Last Activity")),
	LAST_DELIVERY_STATUS(Naming.select("Last Delivery Status", DeliveryStatus.values())),
	LAST_DIRECTION(Naming.select("Last Direction", Direction.values())), LAST_INBOUND(Naming.time("Last Inbound")),
	LAST_MESSAGE(Naming.text("Last Message")), LAST_OUTBOUND(Naming.time("Last Outbound")),
	STATUS(Naming.select("Lead Status", LeadStatus.values())),
	PHONE(Naming.text("Phone").or("phone", "Seller Phone Number").key()),
	PROSPECT_LINK(Naming.link("Prospect").or("Prospects")), REPLY_COUNT(Naming.number("Reply Count")),
	RESPONSE_TIME(Naming.number("Response Time (Minutes)").orComputed()), SENT_COUNT(Naming.number("Sent Count")),
	MARKET(Naming.computed("Market (from Prospect)")),
	ADDRESS(Naming.computed("Address (from Prospect)").or("Property Address (from Prospect)")),
	CITY(Naming.computed("City (from Prospect)").or("Property City (from Prospect)")),
	STATE(Naming.computed("State (from Prospect)").or("Property State (from Prospect)")),
	ZIP(Naming.computed("Zip (from Prospect)").or("Property Zip (from Prospect)")), SOURCE(Naming.text("Source")),
	RECORD_ID(Naming.computed("Record ID"));

	@SuppressWarnings("ImmutableEnumChecker")
	private final Naming naming;

	LeadField(Naming naming) {
		this.naming = naming;
	}

	@Override
	public Table table() {
		return Table.LEADS;
	}

	@Override
	public Naming naming() {
		return this.naming;
	}

}
