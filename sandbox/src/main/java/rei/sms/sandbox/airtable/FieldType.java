package rei.sms.sandbox.airtable;

import java.util.EnumSet;
import java.util.Set;

/**
 * The field types of Airtable that the stand-in knows.
 */
public enum FieldType {

	SINGLE_LINE_TEXT("singleLineText"), MULTILINE_TEXT("multilineText"), PHONE_NUMBER("phoneNumber"), EMAIL("email"),
	URL("url"), NUMBER("number"), PERCENT("percent"), SINGLE_SELECT("singleSelect"),
	MULTIPLE_SELECTS("multipleSelects"), CHECKBOX("checkbox"), DATE_TIME("dateTime"), DATE("date"),
	MULTIPLE_RECORD_LINKS("multipleRecordLinks"), AUTO_NUMBER("autoNumber"), FORMULA("formula"),
	MULTIPLE_LOOKUP_VALUES("multipleLookupValues"), COUNT("count"), CREATED_TIME("createdTime"),
	LAST_MODIFIED_TIME("lastModifiedTime"), ROLLUP("rollup"), AI_TEXT("aiText");

	private static final Set<FieldType> COMPUTED = EnumSet.of(AUTO_NUMBER, FORMULA, MULTIPLE_LOOKUP_VALUES, COUNT,
			CREATED_TIME, LAST_MODIFIED_TIME, ROLLUP, AI_TEXT);

	private final String word;

	FieldType(String word) {
		this.word = word;
	}

	/**
	 * The type's name in the metadata API.
	 */
	public String word() {
		return this.word;
	}

	boolean isComputed() {
		return COMPUTED.contains(this);
	}

	/** Whether a field of this type may be an upsert's merge key. */
	boolean isMergeable() {
		return !isComputed() && this != MULTIPLE_RECORD_LINKS && this != CHECKBOX;
	}

}
