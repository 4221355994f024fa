package rei.sms.jobs.mirror;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

import rei.sms.db.mirror.MirrorWorkers;
import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.MirroredRows.Urgency;
import rei.sms.db.mirror.SpareCalls;

/**
 * Hands out what Airtable should see, the urgent first and as much as goes into a
 * second's calls. It looks anew for each of these loads, just before its calls may leave
 * and in the chunk's own transaction: what became urgent meanwhile overtakes the backlog,
 * and what another process wrote meanwhile is not written again.
 */
class ChangedRows implements ItemReader<Load> {

	private final MirroredRows mirrored;

	private final List<ShownTable> tables;

	private final MirrorRun run;

	private final MirrorScope scope;

	private final MirrorPace pace;

	private final SpareCalls spare;

	private final MirrorWorkers workers;

	private long taken;

	private boolean last;

	ChangedRows(MirroredRows mirrored, List<ShownTable> tables, MirrorRun run, MirrorScope scope, MirrorPace pace,
			SpareCalls spare, MirrorWorkers workers) {
		this.mirrored = mirrored;
		this.tables = tables;
		this.run = run;
		this.scope = scope;
		this.pace = pace;
		this.spare = spare;
		this.workers = workers;
	}

	@Override
	public @Nullable Load read() {
		if (this.last || this.scope.isOver() || this.taken >= this.scope.limit()) {
			return null;
		}
		if (this.scope.worker()) {
			this.workers.see();
		}
		this.pace.await();
		this.mirrored.claim();
		var load = look(this.pace.load(this.scope.limit() - this.taken));
		this.taken += load.size();
		this.last = !load.isFull();
		return load.isEmpty() ? null : load;
	}

	private Load look(Load load) {
		switch (this.scope.extent()) {
			case DUE -> {
				add(load, Urgency.URGENT);
				add(load, Urgency.DUE);
				fillCalls(load, Urgency.SOON);
			}
			case EARLY -> {
				add(load, Urgency.ANY_URGENT);
				add(load, Urgency.ANY);
			}
			case EVERYTHING -> {
				add(load, Urgency.ANY_URGENT);
				add(load, Urgency.ANY);
				add(load, Urgency.HELD);
			}
		}
		fillCalls(load, Urgency.HELD);
		return load.isEmpty() ? spareCalls(load) : load;
	}

	private void add(Load load, Urgency urgency) {
		this.tables.forEach((table) -> add(load, table, urgency, load.room(table)));
	}

	private void add(Load load, ShownTable table, Urgency urgency, int most) {
		if (most > 0 && this.run.takes(table.table())) {
			load.add(table,
					this.mirrored.waiting(table.mirrored(), urgency, most, load.ids())
						.stream()
						.map((row) -> new Waiting(row.key(), urgency.isUrgent(), row.ready()))
						.toList());
		}
	}

	/**
	 * No call leaves half empty while its table has rows that would come in a moment
	 * anyway, or wait for just that.
	 */
	private void fillCalls(Load load, Urgency urgency) {
		this.tables.forEach((table) -> add(load, table, urgency, load.roomInItsCalls(table)));
	}

	/** When nothing is due, a few calls an hour show what would come much later. */
	private Load spareCalls(Load load) {
		add(load, Urgency.SETTLED);
		return (load.isEmpty() || this.spare.take(load.calls())) ? load : this.pace.load(0);
	}

}
