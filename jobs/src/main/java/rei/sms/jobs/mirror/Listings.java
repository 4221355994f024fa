package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.PullSchedule;
import rei.sms.db.mirror.PulledRecords;
import rei.sms.db.operations.Notes;
import rei.sms.jobs.airtable.AirtableClient;
import rei.sms.jobs.airtable.AirtableRecord;
import rei.sms.jobs.airtable.BaseStopped;
import rei.sms.jobs.airtable.CursorExpired;
import rei.sms.jobs.airtable.Lane;
import rei.sms.jobs.airtable.Page;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.Schemas;

/** Lists what people changed since the last listing, and remembers when that was. */
@Component
class Listings {

	/**
	 * Airtable's clock and ours differ, and what is written while we list shows up later.
	 */
	private static final Duration OVERLAP = Duration.ofMinutes(2);

	/**
	 * So far back a record is looked for again that we wrote while it was listed.
	 */
	private static final Duration LOOKED_BACK = Duration.ofMinutes(10);

	private final AirtableClient airtable;

	private final Schemas schemas;

	private final AirtableReport report;

	private final MirroredRows mirrored;

	private final PulledRecords pulled;

	private final Notes notes;

	private final TransactionTemplate transaction;

	private final PullSchedule schedule;

	private final Watching watching;

	private final MirrorProperties properties;

	private final Clock clock;

	Listings(AirtableClient airtable, Schemas schemas, AirtableReport report, MirroredRows mirrored,
			PulledRecords pulled, Notes notes, PullSchedule schedule, Watching watching, MirrorProperties properties,
			PlatformTransactionManager transactions, Clock clock) {
		this.airtable = airtable;
		this.schemas = schemas;
		this.report = report;
		this.mirrored = mirrored;
		this.pulled = pulled;
		this.notes = notes;
		this.schedule = schedule;
		this.watching = watching;
		this.properties = properties;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Begins or resumes a listing; empty where the table can't be listed. */
	Optional<Listing> begin(PulledTable table, ExecutionContext context) {
		if (!this.report.isConfigured()) {
			return Optional.empty();
		}
		try {
			var mapping = this.schemas.mapping(table.table(), Lane.BULK);
			this.report.lacks(table.table(), mapping.faults());
			var since = this.notes.find(note(table)).map(Instant::parse).map((time) -> time.minus(OVERLAP));
			return mapping.isUsable()
					? Optional
						.of(Listing.begin(table, mapping, table.query(mapping, since), context, this.clock.instant()))
					: Optional.empty();
		}
		catch (BaseStopped ex) {
			this.report.unavailable(table.table(), ex);
			return Optional.empty();
		}
	}

	/** The next page of a listing. */
	List<Pulled> next(Listing listing) {
		listing.awaitTurn();
		var asked = this.mirrored.now();
		try {
			var page = page(listing);
			listing.turn(page);
			this.report.reached(listing.table().table());
			return known(listing, page.records(), asked);
		}
		catch (BaseStopped ex) {
			this.report.unavailable(listing.table().table(), ex);
			listing.breakOff();
			return List.of();
		}
	}

	private Page page(Listing listing) {
		var table = listing.table().table();
		try {
			return this.airtable.list(table, listing.query(), listing.next(), listing.lane());
		}
		catch (CursorExpired ex) {
			listing.startAgain();
			return this.airtable.list(table, listing.query(), Optional.empty(), listing.lane());
		}
	}

	private List<Pulled> known(Listing listing, List<AirtableRecord> records, Instant asked) {
		var table = listing.table();
		var readings = records.stream().map(listing.mapping()::read).toList();
		var alike = alike(table, readings);
		var digests = table.isRemembered() ? this.pulled.digests(table.table().name(),
				records.stream().map((record) -> record.id().value()).toList()) : Map.<String, String>of();
		return IntStream.range(0, records.size())
			.filter((i) -> !alike.contains(records.get(i).id().value()))
			.mapToObj((i) -> new Pulled(readings.get(i), Digest.of(records.get(i)),
					digests.get(records.get(i).id().value()), asked))
			.toList();
	}

	/** What goes together with what is known has no fault either. */
	private Set<String> alike(PulledTable table, List<Reading> readings) {
		var alike = table.alike(readings);
		if (!alike.isEmpty()) {
			this.report.cells(table.table(),
					readings.stream().filter((reading) -> alike.contains(reading.id().value())).toList(),
					new CellFaults());
		}
		return alike;
	}

	/** Notes up to when everything is known. */
	void end(Listing listing) {
		if (listing.isBrokenOff()) {
			return;
		}
		if (listing.isLeftOpen()) {
			lookBack(listing.table(), listing.begun().minus(LOOKED_BACK));
			return;
		}
		this.transaction.executeWithoutResult((_) -> {
			note(listing.table(), listing.begun());
			listing.everyRecord()
				.map((records) -> this.pulled.forgetOthers(listing.table().table().name(), records))
				.filter((deleted) -> !deleted.isEmpty())
				.ifPresent(listing.table()::deleted);
		});
	}

	/** What was seen long ago and not again since is known. */
	private void lookBack(PulledTable table, Instant earliest) {
		this.notes.find(note(table))
			.map(Instant::parse)
			.filter((since) -> since.isBefore(earliest))
			.ifPresent((_) -> note(table, earliest));
	}

	private void note(PulledTable table, Instant known) {
		this.notes.put(note(table), known.toString(), this.clock.instant());
	}

	/** Whether it is time to look at a table. */
	boolean isDue(PulledTable table) {
		return this.schedule.isDue(table.table().name(), this.clock.instant());
	}

	/** Settles when a table that was looked at is looked at next. */
	void looked(PulledTable table, boolean news) {
		if (this.watching.isTold(table)) {
			this.schedule.looked(table.table().name(), true, this.properties.sweepInterval(), this.clock.instant());
		}
		else {
			this.schedule.looked(table.table().name(), news, this.properties.pullInterval(), this.clock.instant());
		}
	}

	private static String note(PulledTable table) {
		return "airtable-pull " + table.table().name();
	}

}
