package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import rei.sms.jobs.airtable.RowResult.Written;
import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Unavailable;

/** Up to ten rows as one call, and the records that its answer gives them. */
final class Batch {

	private final List<RowWrite> rows;

	private final List<Cells> cells;

	private final Table table;

	private final String key;

	Batch(List<RowWrite> rows, TableMapping mapping, Field mergeOn) {
		this.rows = rows;
		this.table = mapping.table();
		this.cells = rows.stream().map((row) -> mapping.cells(row.row())).toList();
		this.key = mapping.name(mergeOn).orElseThrow();
	}

	List<AirtableRecord> send(AirtableClient client, Lane lane) {
		var drafts = IntStream.range(0, this.rows.size()).mapToObj(this::draft).toList();
		return this.rows.stream().allMatch((row) -> row.record().isPresent()) ? client.update(this.table, drafts, lane)
				: client.upsert(this.table, List.of(this.key), drafts, lane);
	}

	private Draft draft(int index) {
		return new Draft(this.rows.get(index).record().map(RecordId::value), this.cells.get(index).fields());
	}

	List<RowResult> written(List<AirtableRecord> records) {
		return IntStream.range(0, this.rows.size())
			.<RowResult>mapToObj((index) -> new Written(record(index, records), this.cells.get(index).leftOut()))
			.toList();
	}

	private RecordId record(int index, List<AirtableRecord> records) {
		return this.rows.get(index).record().or(() -> merged(index, records)).orElseThrow(Batch::incomplete);
	}

	/**
	 * By the merge value, lest an answer in another order give a row its neighbour's
	 * record.
	 */
	private Optional<RecordId> merged(int index, List<AirtableRecord> records) {
		Map<String, @Nullable Object> fields = this.cells.get(index).fields();
		var value = String.valueOf(fields.get(this.key));
		return records.stream()
			.filter((record) -> Objects.requireNonNullElse(record.text(this.key), "").equals(value))
			.map(AirtableRecord::id)
			.findFirst();
	}

	private static Unavailable incomplete() {
		return new Unavailable("airtable answered without a written record", Outcome.UNKNOWN);
	}

}
