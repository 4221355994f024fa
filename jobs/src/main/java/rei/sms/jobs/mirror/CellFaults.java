package rei.sms.jobs.mirror;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import rei.sms.jobs.airtable.Field;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.Table;

/** Cells of a few records that can't be understood. */
final class CellFaults {

	private final Map<String, String> faults = new LinkedHashMap<>();

	/** A cell that holds something unknown; the rest of its record is taken over. */
	void unknown(Reading reading, Field field, String value) {
		add(reading, field, "\"" + shortened(value) + "\" is not known");
	}

	/** A cell that says what only one record may say. */
	void doubled(Reading reading, Field field, String value) {
		add(reading, field, "another record has \"" + shortened(value) + "\" too");
	}

	private void add(Reading reading, Field field, String what) {
		this.faults.put(about(field.table(), reading) + field.usualName(), what);
	}

	/** Each faulty cell with its fault. */
	Map<String, String> all() {
		return Collections.unmodifiableMap(this.faults);
	}

	/** What the subjects of a record's faults begin with. */
	static String about(Table table, Reading reading) {
		return table.usualName() + " " + reading.id() + " ";
	}

	private static String shortened(String value) {
		return (value.length() > 60) ? value.substring(0, 60) + "…" : value;
	}

}
