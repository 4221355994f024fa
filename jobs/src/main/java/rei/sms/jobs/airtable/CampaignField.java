package rei.sms.jobs.airtable;

import rei.sms.db.campaign.CampaignStatus;

/** The fields of campaigns. */
public enum CampaignField implements Field {

	CAMPAIGN_ID(Naming.computed("Campaign ID")), NAME(Naming.text("Name")),
	STATUS(Naming.select("Status", CampaignStatus.values())), MARKET(Naming.text("Market")),
	VIEW_SEGMENT(Naming.text("View/Segment")), CAMPAIGN_NAME(Naming.text("Campaign Name")),
	TOTAL_SENT(Naming.number("Total Sent")), TOTAL_REPLIES(Naming.number("Total Replies")),
	TOTAL_OPT_OUTS(Naming.number("Total Opt Outs")), TOTAL_OFFERS(Naming.number("Total Offers")),
	TOTAL_LEADS(Naming.number("Total Leads")), TOTAL_FAILED(Naming.number("Total Failed")),
	TOTAL_DEALS(Naming.number("Total Deals")), TOTAL_CONTACTS(Naming.number("Total Contacts")),
	LAST_RUN_RESULT(Naming.text("Last Run Result")), TEMPLATES(Naming.link("Templates")),
	PROSPECTS(Naming.link("Prospects")), NOTIFICATIONS(Naming.computed("Notifications")),
	DRIP_QUEUE(Naming.computed("Drip Queue")), DEALS(Naming.computed("Deals")),
	CONVERSATIONS(Naming.computed("Conversations")), ASSOCIATED_LEADS(Naming.computed("Associated Leads")),
	START_TIME(Naming.time("Start Time")), LAST_RUN_AT(Naming.time("Last Run At")), END_TIME(Naming.time("End Time")),
	CANARY(Naming.number("Canary").optional());

	@SuppressWarnings("ImmutableEnumChecker")
	private final Naming naming;

	CampaignField(Naming naming) {
		this.naming = naming;
	}

	@Override
	public Table table() {
		return Table.CAMPAIGNS;
	}

	@Override
	public Naming naming() {
		return this.naming;
	}

}
