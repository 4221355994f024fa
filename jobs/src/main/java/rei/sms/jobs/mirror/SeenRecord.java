package rei.sms.jobs.mirror;

import java.time.Instant;

import rei.sms.jobs.Keyed;
import rei.sms.jobs.airtable.AirtableRecord;

/**
 * A record that a comparison meets.
 *
 * @param asked when it was asked for, in the database's time
 */
record SeenRecord(AirtableRecord record, Instant asked) implements Keyed {

	@Override
	public String key() {
		return this.record.id().value();
	}

}
