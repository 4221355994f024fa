package rei.sms.jobs.mirror;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemReader;

import rei.sms.db.mirror.MirroredRows;

/**
 * Hands out what Airtable should see, the urgent first. It looks anew for each chunk, in
 * the chunk's own transaction: what became urgent meanwhile overtakes the backlog, and
 * what another process wrote meanwhile is not written again.
 */
class ChangedRows implements ItemReader<Waiting> {

	private final MirroredRows mirror;

	private final List<ShownTable> tables;

	private final MirrorRun run;

	private final MirrorScope scope;

	private final int chunkSize;

	private final Deque<Waiting> ahead = new ArrayDeque<>();

	private long taken;

	private boolean last;

	ChangedRows(MirroredRows mirror, List<ShownTable> tables, MirrorRun run, MirrorScope scope, int chunkSize) {
		this.mirror = mirror;
		this.tables = tables;
		this.run = run;
		this.scope = scope;
		this.chunkSize = chunkSize;
	}

	@Override
	public @Nullable Waiting read() {
		if (this.ahead.isEmpty() && !this.last && !this.scope.isOver()) {
			look();
		}
		return this.ahead.poll();
	}

	private void look() {
		this.mirror.claim();
		var size = (int) Math.min(this.chunkSize, this.scope.limit() - this.taken);
		var found = new ArrayList<Waiting>();
		look(found, true, size);
		look(found, false, size);
		this.taken += found.size();
		this.last = found.size() < this.chunkSize;
		this.ahead.addAll(found);
	}

	private void look(List<Waiting> found, boolean urgent, int size) {
		this.tables.stream()
			.filter((table) -> this.run.takes(table.table()) && found.size() < size)
			.forEach((table) -> this.mirror.waiting(table.mirrored(), urgent, this.scope.early(), size - found.size())
				.forEach((key) -> found.add(new Waiting(table.mirrored(), key, urgent))));
	}

}
