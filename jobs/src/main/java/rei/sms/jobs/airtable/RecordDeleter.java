package rei.sms.jobs.airtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import rei.sms.jobs.http.Rejected;

/**
 * Deletes any number of records, ten a call. What is gone already is as good as deleted,
 * so deleting the same records again is safe.
 */
@Component
public final class RecordDeleter {

	private final AirtableClient client;

	RecordDeleter(AirtableClient client) {
		this.client = client;
	}

	/** Deletes up to ten records. */
	public void delete(Table table, List<RecordId> records, Lane lane) {
		try {
			this.client.delete(table, records, lane);
		}
		catch (Rejected ex) {
			var left = stillThere(table, records, lane);
			if (left.size() == records.size()) {
				throw ex;
			}
			if (!left.isEmpty()) {
				delete(table, left, lane);
			}
		}
	}

	/** One record that is gone spoils a call for its nine neighbours. */
	private List<RecordId> stillThere(Table table, List<RecordId> records, Lane lane) {
		var named = Formula.any(records.stream().map(Formula::record).toArray(Formula[]::new));
		var found = new ArrayList<RecordId>();
		this.client.list(table, ListQuery.ALL.where(named), Optional.empty(), lane)
			.records()
			.forEach((record) -> found.add(record.id()));
		return found;
	}

}
