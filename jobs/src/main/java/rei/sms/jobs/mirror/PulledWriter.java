package rei.sms.jobs.mirror;

import java.util.stream.Collectors;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

import rei.sms.db.CountLock;
import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.PulledRecords;

/** Takes over a chunk of records and remembers them as they were. */
class PulledWriter implements ItemWriter<Pulled> {

	private final MirroredRows mirrored;

	private final PulledRecords pulled;

	private final AirtableReport report;

	private final PulledTable table;

	private final CountLock counts;

	PulledWriter(MirroredRows mirrored, PulledRecords pulled, AirtableReport report, PulledTable table,
			CountLock counts) {
		this.mirrored = mirrored;
		this.pulled = pulled;
		this.report = report;
		this.table = table;
		this.counts = counts;
	}

	@Override
	public void write(Chunk<? extends Pulled> chunk) {
		this.mirrored.claim();
		this.counts.take();
		var readings = chunk.getItems().stream().map(Pulled::reading).toList();
		var faults = new CellFaults();
		var again = this.table.take(readings, faults);
		this.report.cells(this.table.table(), readings, faults);
		if (this.table.isRemembered()) {
			this.pulled.keep(this.table.table().name(),
					chunk.getItems()
						.stream()
						.filter((item) -> !again.contains(item.key()))
						.collect(Collectors.toMap(Pulled::key, Pulled::digest, (first, second) -> second)));
		}
	}

}
