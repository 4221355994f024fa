package rei.sms.jobs.mirror;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.operations.ParkedRecords;
import rei.sms.jobs.airtable.RowResult;
import rei.sms.jobs.http.Unavailable;

/** Keeps what became of each row of one write, whatever became of the others. */
@Component
class FlushResults {

	private static final Logger log = LoggerFactory.getLogger(FlushResults.class);

	private final MirroredRows mirror;

	private final ParkedRecords parked;

	private final Clock clock;

	FlushResults(MirroredRows mirror, ParkedRecords parked, Clock clock) {
		this.mirror = mirror;
		this.parked = parked;
		this.clock = clock;
	}

	/** Answers why rows are still to be written, if any are. */
	Optional<Unavailable> keep(ShownTable table, List<ShownRow> rows, List<RowResult> results, MirrorRun run) {
		keepWritten(table, of(rows, results, RowResult.Written.class), run);
		of(rows, results, RowResult.Gone.class).keySet().forEach((row) -> keepGone(table, row, run));
		of(rows, results, RowResult.Poisoned.class).forEach(
				(row, poisoned) -> park(table, row, poisoned.error().type() + ": " + poisoned.error().message(), run));
		return of(rows, results, RowResult.Open.class).values().stream().map(RowResult.Open::reason).findFirst();
	}

	private void keepWritten(ShownTable table, Map<ShownRow, RowResult.Written> written, MirrorRun run) {
		if (written.isEmpty()) {
			return;
		}
		run.reached(table.table());
		written.values().forEach((result) -> run.lacks(table.table(), result.leftOut()));
		var others = this.mirror.written(table.mirrored(),
				written.entrySet()
					.stream()
					.map((entry) -> new MirroredRows.Written(entry.getKey().key(), entry.getKey().version(),
							entry.getValue().record().value()))
					.toList());
		written.keySet()
			.stream()
			.filter((row) -> others.contains(row.key()))
			.forEach((row) -> park(table, row, "its record shows another row already", run));
	}

	private void keepGone(ShownTable table, ShownRow row, MirrorRun run) {
		if (table.isRecreated()) {
			this.mirror.forget(table.mirrored(), List.of(row.key()));
		}
		else {
			park(table, row, "the record was deleted in Airtable", run);
		}
	}

	private void park(ShownTable table, ShownRow row, String error, MirrorRun run) {
		var name = table.mirrored().name(row.key());
		log.warn("{} parked: Airtable refused it", name);
		this.parked.park(AirtablePushJob.NAME, MirroredRows.STEP, name, row.version(), error, this.clock.instant());
		run.parked();
	}

	private static <R extends RowResult> Map<ShownRow, R> of(List<ShownRow> rows, List<RowResult> results,
			Class<R> kind) {
		var found = new LinkedHashMap<ShownRow, R>();
		for (int i = 0; i < rows.size(); i++) {
			if (kind.isInstance(results.get(i))) {
				found.put(rows.get(i), kind.cast(results.get(i)));
			}
		}
		return found;
	}

}
