package rei.sms.jobs.mirror;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

import rei.sms.jobs.airtable.CursorExpired;
import rei.sms.jobs.airtable.ListQuery;
import rei.sms.jobs.airtable.Page;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.airtable.TableMapping;

/**
 * Hands out every record of a table, of which only one page is held at a time. A restart
 * goes on at the page that was not compared; a base that is away fails the run, since a
 * table that was seen in part proves nothing.
 */
class EveryRecord implements ItemStreamReader<SeenRecord> {

	private static final String PLACE = "place";

	private static final String BEGUN = "begun";

	private final Comparing comparing;

	private final Table table;

	private final Deque<SeenRecord> ahead = new ArrayDeque<>();

	private Optional<TableMapping> mapping = Optional.empty();

	private Optional<String> page = Optional.empty();

	private Optional<String> next = Optional.empty();

	private boolean more;

	EveryRecord(Comparing comparing, Table table) {
		this.comparing = comparing;
		this.table = table;
	}

	@Override
	public void open(ExecutionContext context) {
		this.ahead.clear();
		this.mapping = this.comparing.begin(this.table, context.containsKey(BEGUN));
		this.next = Optional.ofNullable((String) context.get(PLACE));
		this.page = this.next;
		this.more = this.mapping.isPresent();
		context.putString(BEGUN, "yes");
	}

	@Override
	public @Nullable SeenRecord read() {
		while (this.ahead.isEmpty() && this.more) {
			turn();
		}
		return this.ahead.poll();
	}

	private void turn() {
		var asked = this.comparing.now();
		var turned = list();
		this.page = this.next;
		this.next = turned.next();
		this.more = this.next.isPresent();
		turned.records().forEach((record) -> this.ahead.add(new SeenRecord(record, asked)));
	}

	private Page list() {
		var query = ListQuery.ALL.with(this.mapping.orElseThrow().writableNames());
		try {
			return this.comparing.list(this.table, query, this.next);
		}
		catch (CursorExpired ex) {
			this.next = Optional.empty();
			return this.comparing.list(this.table, query, this.next);
		}
	}

	@Override
	public void update(ExecutionContext context) {
		(this.ahead.isEmpty() ? this.next : this.page).ifPresent((place) -> context.putString(PLACE, place));
	}

}
