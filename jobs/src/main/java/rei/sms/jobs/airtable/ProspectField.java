package rei.sms.jobs.airtable;

import rei.sms.db.contact.ProspectStatus;
import rei.sms.db.contact.Stage;

/** The fields of owners who may be texted (decision 8). */
public enum ProspectField implements Field {

	NAME(Naming.text("Name")), OWNER_FIRST_NAME(Naming.text("Owner First Name")),
	OWNER_LAST_NAME(Naming.text("Owner Last Name")), PHONE_1(Naming.text("Phone 1").or("Phone", "phone").key()),
	PHONE_2(Naming.text("Phone 2")), PROPERTY_ADDRESS(Naming.text("Property Address")),
	PROPERTY_CITY(Naming.text("Property City")), PROPERTY_STATE(Naming.text("Property State")),
	PROPERTY_ZIP(Naming.text("Property Zip")), MARKET(Naming.text("Market")),
	STATUS(Naming.select("Status", ProspectStatus.values())), STAGE(Naming.select("Stage", Stage.values())),
	SOURCE_LIST(Naming.text("Source List")), OPT_OUT(Naming.flag("Opt Out?").or("Opt Out")),
	TEXTGRID_PHONE(Naming.text("TextGrid Phone Number")), CAMPAIGNS(Naming.link("Campaigns")),
	CONVERSATIONS(Naming.computed("Conversations")), LEADS(Naming.computed("Leads")),
	LAST_ACTIVITY(Naming.time("Last Activity")), REPLY_COUNT(Naming.number("Reply Count")),
	SEND_COUNT(Naming.number("Send Count")), RECORD_ID(Naming.computed("Record ID"));

	@SuppressWarnings("ImmutableEnumChecker")
	private final Naming naming;

	ProspectField(Naming naming) {
		this.naming = naming;
	}

	@Override
	public Table table() {
		return Table.PROSPECTS;
	}

	@Override
	public Naming naming() {
		return this.naming;
	}

}
