package rei.sms.jobs.airtable;

/** The fields of key figures (decision 9). */
public enum KpiField implements Field {

	NAME(Naming.text("Name").key()), METRIC(Naming.text("Metric")), VALUE(Naming.number("Value")),
	CAMPAIGN(Naming.text("Campaign")), MARKET(Naming.text("Market")), NUMBER(Naming.text("Number").optional()),
	TEMPLATE(Naming.text("Template").optional()), DATE_START(Naming.time("Date Start")),
	DATE_END(Naming.time("Date End")), PERIOD(Naming.select("Period", "Daily", "Weekly", "Monthly")),
	TIMESTAMP(Naming.time("Timestamp"));

	@SuppressWarnings("ImmutableEnumChecker")
	private final Naming naming;

	KpiField(Naming naming) {
		this.naming = naming;
	}

	@Override
	public Table table() {
		return Table.KPIS;
	}

	@Override
	public Naming naming() {
		return this.naming;
	}

}
