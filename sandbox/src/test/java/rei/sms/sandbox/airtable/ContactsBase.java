package rei.sms.sandbox.airtable;

import static rei.sms.sandbox.airtable.FieldSpec.autoNumber;
import static rei.sms.sandbox.airtable.FieldSpec.checkbox;
import static rei.sms.sandbox.airtable.FieldSpec.count;
import static rei.sms.sandbox.airtable.FieldSpec.date;
import static rei.sms.sandbox.airtable.FieldSpec.dateTime;
import static rei.sms.sandbox.airtable.FieldSpec.formula;
import static rei.sms.sandbox.airtable.FieldSpec.link;
import static rei.sms.sandbox.airtable.FieldSpec.longText;
import static rei.sms.sandbox.airtable.FieldSpec.lookup;
import static rei.sms.sandbox.airtable.FieldSpec.number;
import static rei.sms.sandbox.airtable.FieldSpec.select;
import static rei.sms.sandbox.airtable.FieldSpec.text;

/**
 * A base with a field of every kind.
 */
final class ContactsBase {

	private ContactsBase() {
	}

	static BaseSpec spec(String id) {
		return BaseSpec.of(id, "Contacts", TableSpec
			.of("People", autoNumber("No"), text("Name"), number("Score"), checkbox("Active"), longText("Note"),
					select("Status", "New", "Done"), dateTime("Seen"), date("Born"), link("Texts", "Texts", "Person"),
					count("Texts Count", "Texts"), lookup("Phones", "Texts", "Body"),
					formula("Record ID", "RECORD_ID()"), FieldSpec.of("Changed", FieldType.LAST_MODIFIED_TIME))
			.view("Hot", "{Score} > 5"),
				TableSpec.of("Texts", text("Body"), lookup("Name (from Person)", "Person", "Name")));
	}

}
