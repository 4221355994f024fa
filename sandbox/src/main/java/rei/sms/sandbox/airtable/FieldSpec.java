package rei.sms.sandbox.airtable;

import java.util.List;

/**
 * A field as the owner of a base sets it up.
 *
 * @param options what a select offers
 * @param target of a link the table, of a lookup or count the link field, of a formula
 * its text
 * @param other of a link the field that shows it on the other side, of a lookup the field
 * that is looked up
 */
public record FieldSpec(String name, FieldType type, List<String> options, String target, String other) {

	public static FieldSpec text(String name) {
		return of(name, FieldType.SINGLE_LINE_TEXT);
	}

	public static FieldSpec longText(String name) {
		return of(name, FieldType.MULTILINE_TEXT);
	}

	public static FieldSpec number(String name) {
		return of(name, FieldType.NUMBER);
	}

	public static FieldSpec checkbox(String name) {
		return of(name, FieldType.CHECKBOX);
	}

	public static FieldSpec dateTime(String name) {
		return of(name, FieldType.DATE_TIME);
	}

	public static FieldSpec date(String name) {
		return of(name, FieldType.DATE);
	}

	public static FieldSpec autoNumber(String name) {
		return of(name, FieldType.AUTO_NUMBER);
	}

	public static FieldSpec select(String name, String... options) {
		return new FieldSpec(name, FieldType.SINGLE_SELECT, List.of(options), "", "");
	}

	/**
	 * A link to records of {@code table}, which shows them in its field {@code inverse};
	 * that field is made when the table does not declare it.
	 */
	public static FieldSpec link(String name, String table, String inverse) {
		return new FieldSpec(name, FieldType.MULTIPLE_RECORD_LINKS, List.of(), table, inverse);
	}

	public static FieldSpec lookup(String name, String link, String field) {
		return new FieldSpec(name, FieldType.MULTIPLE_LOOKUP_VALUES, List.of(), link, field);
	}

	public static FieldSpec count(String name, String link) {
		return new FieldSpec(name, FieldType.COUNT, List.of(), link, "");
	}

	public static FieldSpec formula(String name, String formula) {
		return new FieldSpec(name, FieldType.FORMULA, List.of(), formula, "");
	}

	/**
	 * A field that needs nothing but its name and type.
	 */
	public static FieldSpec of(String name, FieldType type) {
		return new FieldSpec(name, type, List.of(), "", "");
	}

}
