package rei.sms.jobs.mirror;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import rei.sms.db.CountLock;
import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.PulledRecords;

/** Takes over a chunk of records and remembers them as they were. */
@Component
class TakingOver {

	private final MirroredRows mirrored;

	private final PulledRecords pulled;

	private final AirtableReport report;

	private final CountLock counts;

	TakingOver(MirroredRows mirrored, PulledRecords pulled, AirtableReport report, CountLock counts) {
		this.mirrored = mirrored;
		this.pulled = pulled;
		this.report = report;
		this.counts = counts;
	}

	/**
	 * Takes records over; answers whether some are to be listed again, because we wrote
	 * them after the listing was asked for.
	 */
	boolean take(PulledTable table, List<? extends Pulled> listed) {
		this.counts.take();
		var written = writtenMeanwhile(table, listed);
		take(table, listed.stream().filter((item) -> !written.contains(item.key())).map(Pulled.class::cast).toList(),
				new CellFaults());
		return !written.isEmpty();
	}

	private void take(PulledTable table, List<Pulled> items, CellFaults faults) {
		var readings = items.stream().map(Pulled::reading).toList();
		var again = table.take(readings, faults);
		this.report.cells(table.table(), readings, faults);
		if (table.isRemembered()) {
			this.pulled.keep(table.table().name(),
					items.stream()
						.filter((item) -> !again.contains(item.key()))
						.collect(Collectors.toMap(Pulled::key, Pulled::digest, (first, second) -> second)));
		}
	}

	private Set<String> writtenMeanwhile(PulledTable table, List<? extends Pulled> listed) {
		var asked = listed.stream().map(Pulled::asked).min(Comparator.naturalOrder()).orElseThrow();
		return table.mirrored()
			.map((rows) -> this.mirrored.writtenSince(rows, listed.stream().map(Pulled::key).toList(), asked))
			.orElse(Set.of());
	}

}
