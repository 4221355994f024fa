package rei.sms.jobs.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

import org.springframework.batch.infrastructure.item.ExecutionContext;

import rei.sms.jobs.airtable.AirtableRecord;
import rei.sms.jobs.airtable.Lane;
import rei.sms.jobs.airtable.ListQuery;
import rei.sms.jobs.airtable.Page;
import rei.sms.jobs.airtable.TableMapping;

/**
 * One listing of a table and the page it has come to. A restart goes on at the page that
 * was not taken over.
 */
class Listing {

	private static final String PLACE = "place";

	private static final String BEGUN = "begun";

	private static final Duration BETWEEN_PAGES = Duration.ofSeconds(1);

	private final PulledTable table;

	private final TableMapping mapping;

	private final ListQuery query;

	private final Instant begun;

	private final Set<String> records = new HashSet<>();

	private Optional<String> page;

	private Optional<String> next;

	private boolean whole;

	private boolean more = true;

	private boolean leftOpen;

	private boolean brokenOff;

	private long turned;

	private Listing(PulledTable table, TableMapping mapping, ListQuery query, Instant begun, Optional<String> place) {
		this.table = table;
		this.mapping = mapping;
		this.query = query;
		this.begun = begun;
		this.page = place;
		this.next = place;
		this.whole = place.isEmpty();
	}

	static Listing begin(PulledTable table, TableMapping mapping, ListQuery query, ExecutionContext context,
			Instant now) {
		var begun = Instant.parse(context.getString(BEGUN, now.toString()));
		return new Listing(table, mapping, query, begun, Optional.ofNullable((String) context.get(PLACE)));
	}

	PulledTable table() {
		return this.table;
	}

	TableMapping mapping() {
		return this.mapping;
	}

	ListQuery query() {
		return this.query;
	}

	/** People wait for what they changed, though not for the load of a whole base. */
	Lane lane() {
		return (this.query.filter().isPresent() || this.table.isListedWhole()) ? Lane.URGENT : Lane.BULK;
	}

	Instant begun() {
		return this.begun;
	}

	Optional<String> next() {
		return this.next;
	}

	boolean hasMore() {
		return this.more;
	}

	/** Airtable has forgotten the place: the next page is the first one. */
	void startAgain() {
		this.records.clear();
		this.next = Optional.empty();
		this.whole = true;
	}

	/** A long list of changes leaves most calls of a second to what is written. */
	void awaitTurn() {
		if (this.turned != 0 && lane() == Lane.URGENT) {
			LockSupport.parkNanos(this.turned + BETWEEN_PAGES.toNanos() - System.nanoTime());
		}
	}

	void turn(Page turned) {
		this.turned = System.nanoTime();
		this.page = this.next;
		this.next = turned.next();
		this.more = this.next.isPresent();
		if (this.table.isListedWhole()) {
			turned.records().stream().map(AirtableRecord::id).forEach((id) -> this.records.add(id.value()));
		}
	}

	/** Ends it before its end: the base makes no calls. */
	void breakOff() {
		this.more = false;
		this.brokenOff = true;
		leaveOpen();
	}

	boolean isBrokenOff() {
		return this.brokenOff;
	}

	/** Has the next listing look at the same changes again. */
	void leaveOpen() {
		this.leftOpen = true;
	}

	boolean isLeftOpen() {
		return this.leftOpen;
	}

	/** The records of the whole table, where all of them were listed in one go. */
	Optional<List<String>> everyRecord() {
		return (this.whole && this.table.isListedWhole()) ? Optional.of(List.copyOf(this.records)) : Optional.empty();
	}

	void keepPlace(ExecutionContext context, boolean pageIsDone) {
		context.putString(BEGUN, this.begun.toString());
		(pageIsDone ? this.next : this.page).ifPresent((place) -> context.putString(PLACE, place));
	}

}
