package rei.sms.jobs.mirror;

import java.time.Instant;
import java.util.Optional;

import rei.sms.jobs.airtable.ListQuery;
import rei.sms.jobs.airtable.TableMapping;

/** A small table, listed whole each time; of each record only what people may change. */
interface WholeTable extends PulledTable {

	@Override
	default ListQuery query(TableMapping mapping, Optional<Instant> since) {
		return ListQuery.ALL.with(mapping.names(watched()));
	}

	@Override
	default boolean isListedWhole() {
		return true;
	}

}
