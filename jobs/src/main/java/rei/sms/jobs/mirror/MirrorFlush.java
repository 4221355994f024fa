package rei.sms.jobs.mirror;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.mirror.MirroredRows;
import rei.sms.jobs.airtable.BaseStopped;
import rei.sms.jobs.airtable.BatchWriter;
import rei.sms.jobs.airtable.Lane;
import rei.sms.jobs.airtable.Schemas;
import rei.sms.jobs.http.Unavailable;

/** Writes rows of one table to Airtable, each in its latest state. */
@Component
class MirrorFlush {

	private final JdbcClient jdbc;

	private final MirroredRows mirror;

	private final BatchWriter airtable;

	private final Schemas schemas;

	private final FlushResults results;

	MirrorFlush(JdbcClient jdbc, MirroredRows mirror, BatchWriter airtable, Schemas schemas, FlushResults results) {
		this.jdbc = jdbc;
		this.mirror = mirror;
		this.airtable = airtable;
		this.schemas = schemas;
		this.results = results;
	}

	/** Answers what kept rows from being written that are to be written again. */
	Optional<Unavailable> flush(ShownTable table, List<Waiting> waiting, MirrorRun run) {
		var lane = waiting.stream().anyMatch(Waiting::urgent) ? Lane.URGENT : Lane.BULK;
		return attempt(table, waiting, lane, run).filter((reason) -> !isStopped(table, reason, run));
	}

	private Optional<Unavailable> attempt(ShownTable table, List<Waiting> waiting, Lane lane, MirrorRun run) {
		try {
			return isUsable(table, lane, run) ? write(table, waiting, lane, run) : Optional.empty();
		}
		catch (Unavailable ex) {
			return Optional.of(ex);
		}
	}

	private boolean isUsable(ShownTable table, Lane lane, MirrorRun run) {
		var mapping = this.schemas.mapping(table.table(), lane);
		run.lacks(table.table(), mapping.faults());
		if (!mapping.isUsable()) {
			run.leaveOut(table.table());
		}
		return mapping.isUsable();
	}

	private Optional<Unavailable> write(ShownTable table, List<Waiting> waiting, Lane lane, MirrorRun run) {
		var keys = waiting.stream().map(Waiting::id).toList();
		var untried = this.mirror.keepFirstKeys(table.mirrored(), keys);
		var rows = table.latest(this.jdbc, keys, untried);
		var writes = rows.stream().map(ShownRow::write).toList();
		return this.results.keep(table, rows, this.airtable.write(table.table(), table.mergeOn(), writes, lane), run);
	}

	private static boolean isStopped(ShownTable table, Unavailable reason, MirrorRun run) {
		run.unavailable(table.table(), reason);
		return reason instanceof BaseStopped;
	}

}
