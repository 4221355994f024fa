package rei.sms.jobs.mirror;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

import rei.sms.db.mirror.MirroredRows;
import rei.sms.jobs.http.Unavailable;

/**
 * Writes a chunk to Airtable, its tables side by side. What was answered is kept in
 * transactions of its own, so a chunk that is tried again repeats only what was not.
 */
class MirrorWriter implements ItemWriter<Waiting> {

	private final MirroredRows mirror;

	private final MirrorFlush flush;

	private final List<ShownTable> tables;

	private final MirrorRun run;

	MirrorWriter(MirroredRows mirror, MirrorFlush flush, List<ShownTable> tables, MirrorRun run) {
		this.mirror = mirror;
		this.flush = flush;
		this.tables = tables;
		this.run = run;
	}

	@Override
	public void write(Chunk<? extends Waiting> chunk) throws InterruptedException, ExecutionException {
		this.mirror.claim();
		var outage = together(this.tables.stream().map((table) -> flush(table, rowsOf(table, chunk))).toList());
		if (outage.isPresent()) {
			throw outage.get();
		}
	}

	private static List<Waiting> rowsOf(ShownTable table, Chunk<? extends Waiting> chunk) {
		return chunk.getItems()
			.stream()
			.filter((row) -> row.table() == table.mirrored())
			.map(Waiting.class::cast)
			.toList();
	}

	private Callable<Optional<Unavailable>> flush(ShownTable table, List<Waiting> rows) {
		return () -> rows.isEmpty() ? Optional.empty() : this.flush.flush(table, rows, this.run);
	}

	private static Optional<Unavailable> together(List<Callable<Optional<Unavailable>>> flushes)
			throws InterruptedException, ExecutionException {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Optional<Unavailable> outage = Optional.empty();
			for (Future<Optional<Unavailable>> done : threads.invokeAll(flushes)) {
				var met = done.get();
				outage = outage.or(() -> met);
			}
			return outage;
		}
	}

}
