package rei.sms.jobs.airtable;

/** The fields of our own numbers (decision 7). */
public enum NumberField implements Field {

	PHONE(Naming.text("TextGrid Phone Number").or("Number").key()), MARKET(Naming.text("Market")),
	STATUS(Naming.select("Status", "Active", "Paused").optional()), ACTIVE(Naming.flag("Active").optional()),
	SENT_TODAY(Naming.number("Sent Today")), DELIVERED_TODAY(Naming.number("Delivered Today")),
	FAILED_TODAY(Naming.number("Failed Today")), OPTOUT_TODAY(Naming.number("OptOut Today").or("Opt-Outs Today")),
	SENT_TOTAL(Naming.number("Sent Total").or("Total Sent")),
	DELIVERED_TOTAL(Naming.number("Delivered Total").or("Total Delivered")),
	FAILED_TOTAL(Naming.number("Failed Total").or("Total Failed")),
	OPTOUT_TOTAL(Naming.number("OptOut Total").or("Opt-Outs Total", "Total Opt-Outs")),
	REMAINING(Naming.number("Remaining").orComputed()), DAILY_LIMIT(Naming.number("Daily Limit").orComputed()),
	LAST_USED(Naming.time("Last Used"));

	@SuppressWarnings("ImmutableEnumChecker")
	private final Naming naming;

	NumberField(Naming naming) {
		this.naming = naming;
	}

	@Override
	public Table table() {
		return Table.NUMBERS;
	}

	@Override
	public Naming naming() {
		return this.naming;
	}

}
