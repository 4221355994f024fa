package rei.sms.jobs.mirror;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import rei.sms.jobs.Keyed;
import rei.sms.jobs.airtable.Reading;

/**
 * A record as a listing showed it.
 *
 * @param digest of all its cells
 * @param known the digest with which it was taken over last
 * @param asked when the listing was asked for, in the database's time
 */
record Pulled(Reading reading, String digest, @Nullable String known, Instant asked) implements Keyed {

	boolean isNews() {
		return !this.digest.equals(this.known);
	}

	@Override
	public String key() {
		return this.reading.id().value();
	}

}
