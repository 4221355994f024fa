package rei.sms.jobs.airtable;

import rei.sms.db.contact.Stage;

/** The fields of the library of outbound texts; people own them all. */
public enum TemplateField implements Field {

	TEMPLATE_ID(Naming.computed("Template ID")), STAGE(Naming.select("Stage", Stage.values())),
	CATEGORY(Naming.of(Kind.SELECT, "Category")), NAME(Naming.text("Name")),
	INTERNAL_ID(Naming.text("Internal ID").optional()), MESSAGE(Naming.text("Message").key());

	@SuppressWarnings("ImmutableEnumChecker")
	private final Naming naming;

	TemplateField(Naming naming) {
		this.naming = naming;
	}

	@Override
	public Table table() {
		return Table.TEMPLATES;
	}

	@Override
	public Naming naming() {
		return this.naming;
	}

}
