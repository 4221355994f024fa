package rei.sms.jobs.mirror;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

import rei.sms.db.mirror.Mirrored;
import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.MirroredRows.Urgency;
import rei.sms.jobs.airtable.AirtableClient;

/**
 * Hands out what Airtable should see, the urgent first. It looks anew for each chunk, in
 * the chunk's own transaction: what became urgent meanwhile overtakes the backlog, and
 * what another process wrote meanwhile is not written again.
 */
class ChangedRows implements ItemReader<Waiting> {

	private final MirroredRows mirrored;

	private final List<ShownTable> tables;

	private final MirrorRun run;

	private final MirrorScope scope;

	private final MirrorProperties properties;

	private final Deque<Waiting> ahead = new ArrayDeque<>();

	private long taken;

	private boolean last;

	ChangedRows(MirroredRows mirrored, List<ShownTable> tables, MirrorRun run, MirrorScope scope,
			MirrorProperties properties) {
		this.mirrored = mirrored;
		this.tables = tables;
		this.run = run;
		this.scope = scope;
		this.properties = properties;
	}

	@Override
	public @Nullable Waiting read() {
		if (this.ahead.isEmpty() && !this.last && !this.scope.isOver()) {
			this.mirrored.claim();
			this.ahead.addAll(look((int) Math.min(this.properties.chunkSize(), this.scope.limit() - this.taken)));
			this.taken += this.ahead.size();
			this.last = this.ahead.size() < this.properties.chunkSize();
		}
		return this.ahead.poll();
	}

	private List<Waiting> look(int size) {
		var found = new ArrayList<Waiting>();
		if (this.scope.early()) {
			add(found, Urgency.ANY_URGENT, size);
			add(found, Urgency.ANY, size);
		}
		else {
			add(found, Urgency.URGENT, size);
			add(found, Urgency.DUE, size);
			fillCalls(found, size);
			spendSpareCalls(found, size);
		}
		return found;
	}

	private void add(List<Waiting> found, Urgency urgency, int size) {
		this.tables.stream()
			.filter((table) -> this.run.takes(table.table()))
			.forEach((table) -> add(found, table, urgency, size - found.size()));
	}

	private void add(List<Waiting> found, ShownTable table, Urgency urgency, int most) {
		if (most > 0) {
			this.mirrored.waiting(table.mirrored(), urgency, most)
				.forEach((key) -> found.add(new Waiting(table.mirrored(), key, urgency.isUrgent())));
		}
	}

	private static long rows(List<Waiting> found, Mirrored table) {
		return found.stream().filter((row) -> row.table() == table).count();
	}

	/**
	 * No call leaves half empty while rows of its table would come in a moment anyway.
	 */
	private void fillCalls(List<Waiting> found, int size) {
		this.tables.forEach((table) -> {
			var rows = rows(found, table.mirrored());
			var room = calls(rows) * AirtableClient.BATCH - (int) rows;
			add(found, table, Urgency.SOON, Math.min(room, size - found.size()));
		});
	}

	/** When nothing is due, a few calls an hour show what would come much later. */
	private void spendSpareCalls(List<Waiting> found, int size) {
		if (found.isEmpty()) {
			add(found, Urgency.SETTLED, size);
			var calls = this.tables.stream().mapToInt((table) -> calls(rows(found, table.mirrored()))).sum();
			if (calls > 0 && !this.mirrored.takeSpare(calls)) {
				found.clear();
			}
		}
	}

	private static int calls(long rows) {
		return (int) ((rows + AirtableClient.BATCH - 1) / AirtableClient.BATCH);
	}

}
