package rei.sms.jobs.rules;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of the hours table.
 *
 * @param where a state's code, {@code *} for every state not listed, {@code ?} for an
 * unknown place
 * @param weekday the hours from Monday to Saturday
 * @param sunday the hours on Sunday, empty when none are allowed
 * @param closedOnHolidays whether the state's legal holidays are closed
 * @param taken the day on which the row was taken from its source
 * @param certainty how sure the row is
 * @param source where it is written
 */
public record HoursRow(String where, HourRange weekday, Optional<HourRange> sunday, boolean closedOnHolidays,
		LocalDate taken, Certainty certainty, String source) {

	static HoursRow of(CsvTable.Row row) {
		return new HoursRow(row.get("where"), HourRange.parse(row.get("open"), row.get("close")), sunday(row),
				row.get("holidays_closed").equals("yes"), LocalDate.parse(row.get("taken")),
				Certainty.valueOf(row.get("certainty").toUpperCase(Locale.ROOT)), row.get("source"));
	}

	private static Optional<HourRange> sunday(CsvTable.Row row) {
		return row.get("sunday_open").isEmpty() ? Optional.empty()
				: Optional.of(HourRange.parse(row.get("sunday_open"), row.get("sunday_close")));
	}

	/** How sure a row of the table is. */
	public enum Certainty {

		/** Read in the law itself. */
		PRIMARY,
		/** Taken from what others say the law is. */
		SECONDARY,
		/** Reported, and not checked. */
		UNVERIFIED

	}

}
