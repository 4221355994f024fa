package rei.sms.jobs.airtable;

import java.util.List;

import rei.sms.jobs.http.Unavailable;
import rei.sms.jobs.http.VendorError;

/** What became of one row. */
public sealed interface RowResult {

	/**
	 * Airtable has it.
	 *
	 * @param leftOut what the base could not take of it
	 */
	record Written(RecordId record, List<Fault> leftOut) implements RowResult {
	}

	/** Airtable refuses this row as it is, with all its neighbours written. */
	record Poisoned(VendorError error) implements RowResult {
	}

	/** The record was deleted in Airtable: the row has to be written as a first one. */
	record Gone() implements RowResult {
	}

	/** Not known to be written: to be written again, which is safe. */
	record Open(Unavailable reason) implements RowResult {
	}

}
