package rei.sms.jobs.airtable;

import java.util.Optional;

/**
 * A row to be written: changed where its record is known, else created or changed by its
 * merge field.
 */
public record RowWrite(Optional<RecordId> record, Row row) {

	/** Changes this record. */
	public static RowWrite change(RecordId record, Row row) {
		return new RowWrite(Optional.of(record), row);
	}

	/** Creates the row, or changes the one with the same value in the merge field. */
	public static RowWrite first(Row row) {
		return new RowWrite(Optional.empty(), row);
	}

}
