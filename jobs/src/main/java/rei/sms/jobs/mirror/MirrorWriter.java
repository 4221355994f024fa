package rei.sms.jobs.mirror;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

import rei.sms.db.mirror.MirroredRows;
import rei.sms.jobs.airtable.Base;
import rei.sms.jobs.http.Unavailable;

/**
 * Writes a load to Airtable, its tables side by side but for rows that link to others of
 * it. What was answered is kept in transactions of its own, so a load that is tried again
 * repeats only what was not.
 */
class MirrorWriter implements ItemWriter<Load> {

	private final MirroredRows mirror;

	private final MirrorFlush flush;

	private final MirrorRun run;

	MirrorWriter(MirroredRows mirror, MirrorFlush flush, MirrorRun run) {
		this.mirror = mirror;
		this.flush = flush;
		this.run = run;
	}

	@Override
	public void write(Chunk<? extends Load> loads) throws InterruptedException, ExecutionException {
		this.mirror.claim();
		for (var load : loads) {
			write(load);
		}
	}

	/** What is to follow in a base that is away is not tried. */
	private void write(Load load) throws InterruptedException, ExecutionException {
		var outages = new EnumMap<Base, Unavailable>(Base.class);
		for (var stage : load.stages()) {
			outages.putAll(together(stage.entrySet()
				.stream()
				.filter((rows) -> !outages.containsKey(rows.getKey().table().base()))
				.map((rows) -> flush(rows.getKey(), rows.getValue()))
				.toList()));
		}
		if (!outages.isEmpty()) {
			throw outages.values().iterator().next();
		}
	}

	private Callable<Map<Base, Unavailable>> flush(ShownTable table, List<Waiting> rows) {
		return () -> outage(table, rows).map((outage) -> Map.of(table.table().base(), outage)).orElse(Map.of());
	}

	private Optional<Unavailable> outage(ShownTable table, List<Waiting> rows) {
		return rows.isEmpty() ? Optional.empty() : this.flush.flush(table, rows, this.run);
	}

	private static Map<Base, Unavailable> together(List<Callable<Map<Base, Unavailable>>> flushes)
			throws InterruptedException, ExecutionException {
		var outages = new EnumMap<Base, Unavailable>(Base.class);
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<Map<Base, Unavailable>> done : threads.invokeAll(flushes)) {
				outages.putAll(done.get());
			}
		}
		return outages;
	}

}
