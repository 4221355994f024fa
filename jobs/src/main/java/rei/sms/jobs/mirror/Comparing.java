package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.mirror.FindingKind;
import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.SeenRecords;
import rei.sms.db.operations.Notes;
import rei.sms.jobs.airtable.AirtableClient;
import rei.sms.jobs.airtable.Lane;
import rei.sms.jobs.airtable.Likeness;
import rei.sms.jobs.airtable.ListQuery;
import rei.sms.jobs.airtable.Page;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.Schemas;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.airtable.TableMapping;
import rei.sms.jobs.airtable.TemplateField;

/** Compares records, page by page, with the rows that they show. */
@Component
class Comparing {

	private final AirtableClient airtable;

	private final Schemas schemas;

	private final AirtableReport report;

	private final MirroredRows mirrored;

	private final SeenRecords seen;

	private final Notes notes;

	private final JdbcClient jdbc;

	private final Clock clock;

	Comparing(AirtableClient airtable, Schemas schemas, AirtableReport report, MirroredRows mirrored, SeenRecords seen,
			Notes notes, JdbcClient jdbc, Clock clock) {
		this.airtable = airtable;
		this.schemas = schemas;
		this.report = report;
		this.mirrored = mirrored;
		this.seen = seen;
		this.notes = notes;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Begins or resumes a table; empty where the base has no such table. */
	Optional<TableMapping> begin(Table table, boolean resumed) {
		if (!resumed) {
			this.seen.begin(table.name());
			this.notes.put(note(table), "", this.clock.instant());
		}
		if (!this.report.isConfigured()) {
			return Optional.empty();
		}
		var mapping = Optional.of(this.schemas.mapping(table, Lane.BULK)).filter(TableMapping::isUsable);
		if (mapping.isPresent() && begun(table).isEmpty()) {
			this.notes.put(note(table), now().toString(), this.clock.instant());
		}
		return mapping;
	}

	/** When a table was begun that the base has, in the database's time. */
	Optional<Instant> begun(Table table) {
		return this.notes.find(note(table)).filter((begun) -> !begun.isEmpty()).map(Instant::parse);
	}

	Instant now() {
		return this.mirrored.now();
	}

	Page list(Table table, ListQuery query, Optional<String> cursor) {
		return this.airtable.list(table, query, cursor, Lane.BULK);
	}

	/** Keeps what tells each template apart: its words. */
	void keepTemplates(List<? extends SeenRecord> records) {
		var mapping = this.schemas.mapping(Table.TEMPLATES, Lane.BULK);
		this.seen.keep(Table.TEMPLATES.name(), records.stream()
			.collect(Collectors.toMap(SeenRecord::key, (seen) -> words(mapping.read(seen.record())))));
	}

	/** Keeps what tells each record apart, and which of them differ from their rows. */
	void compare(ShownTable table, List<? extends SeenRecord> records) {
		var mapping = this.schemas.mapping(table.table(), Lane.BULK);
		this.seen.keep(table.table().name(), records.stream()
			.collect(Collectors.toMap(SeenRecord::key, (seen) -> value(table, mapping.read(seen.record())))));
		var byLikeness = likenesses(table, mapping, records);
		this.seen.found(table.table().name(), FindingKind.DIFFERING,
				byLikeness.getOrDefault(Likeness.UNLIKE, List.of()));
		this.seen.found(table.table().name(), FindingKind.ORPHANED,
				byLikeness.getOrDefault(Likeness.LINKED_ELSEWHERE, List.of()));
	}

	private Map<Likeness, List<String>> likenesses(ShownTable table, TableMapping mapping,
			List<? extends SeenRecord> records) {
		var byId = records.stream().collect(Collectors.toMap(SeenRecord::key, SeenRecord::record));
		var asked = records.stream().map(SeenRecord::asked).min(Instant::compareTo).orElseThrow();
		return table.seen(this.jdbc, byId.keySet(), asked)
			.stream()
			.collect(
					Collectors.groupingBy(
							(row) -> mapping.compare(
									Objects.requireNonNull(byId.get(row.record().orElseThrow().value())), row.cells()),
							Collectors.mapping(ShownRow::key, Collectors.toList())));
	}

	private static String value(ShownTable table, Reading reading) {
		var text = reading.text(table.mergeOn()).orElse("");
		return switch (table.mirrored()) {
			case PROSPECT, LEAD, NUMBER, OPT_OUT -> PhoneNumber.tryParse(text).map(PhoneNumber::e164).orElse(text);
			case CAMPAIGN, CONVERSATION, KPI -> text;
		};
	}

	private static String words(Reading template) {
		return Stream.of(template.text(TemplateField.NAME), template.text(TemplateField.MESSAGE))
			.flatMap(Optional::stream)
			.collect(Collectors.joining("\n"));
	}

	private static String note(Table table) {
		return "airtable-reconcile " + table.name();
	}

}
