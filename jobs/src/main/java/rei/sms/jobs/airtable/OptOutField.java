package rei.sms.jobs.airtable;

/** The fields of the list of people who asked us to stop. */
public enum OptOutField implements Field {

	PHONE(Naming.text("Phone").key()),
	SOURCE(Naming.select("Source", "Campaign", "Autoresponder", "AI Response", "Manual")),
	ORIGINAL_MESSAGE(Naming.text("Original Message")), OPT_OUT_DATE(Naming.time("Opt-Out Date"));

	@SuppressWarnings("ImmutableEnumChecker")
	private final Naming naming;

	OptOutField(Naming naming) {
		this.naming = naming;
	}

	@Override
	public Table table() {
		return Table.OPT_OUTS;
	}

	@Override
	public Naming naming() {
		return this.naming;
	}

}
