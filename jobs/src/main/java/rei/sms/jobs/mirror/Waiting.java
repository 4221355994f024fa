package rei.sms.jobs.mirror;

import rei.sms.db.mirror.Mirrored;
import rei.sms.jobs.Keyed;

/** A row whose latest state Airtable has not seen. */
record Waiting(Mirrored table, String id, boolean urgent) implements Keyed {

	@Override
	public String key() {
		return this.table.name(this.id);
	}

}
