package rei.sms.jobs.mirror;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import rei.sms.db.mirror.FindingKind;
import rei.sms.db.mirror.Findings;
import rei.sms.db.mirror.MirroredRows;
import rei.sms.jobs.airtable.AirtableClient;
import rei.sms.jobs.airtable.Lane;
import rei.sms.jobs.airtable.RecordDeleter;
import rei.sms.jobs.airtable.RecordId;
import rei.sms.jobs.airtable.Table;

/** Says how a table and our rows disagree once it was seen whole, and mends it. */
@Component
class Mending {

	private static final Logger log = LoggerFactory.getLogger(Mending.class);

	private static final int AT_ONCE = 500;

	private final Comparing comparing;

	private final Findings findings;

	private final MirroredRows mirrored;

	private final RecordDeleter airtable;

	private final AirtableReport report;

	Mending(Comparing comparing, Findings findings, MirroredRows mirrored, RecordDeleter airtable,
			AirtableReport report) {
		this.comparing = comparing;
		this.findings = findings;
		this.mirrored = mirrored;
		this.airtable = airtable;
		this.report = report;
	}

	/** Has templates known by the records that show them now. */
	long mendTemplates(boolean fix) {
		return (fix && this.comparing.begun(Table.TEMPLATES).isPresent())
				? this.findings.moveTemplates(Table.TEMPLATES.name()) : 0;
	}

	/** Answers how many disagreements there are, or were. */
	long mend(ShownTable table, boolean fix) {
		var begun = this.comparing.begun(table.table());
		if (begun.isEmpty()) {
			return 0;
		}
		var name = table.table().name();
		this.findings.look(table.mirrored(), name, begun.get());
		var found = this.findings.counts(name);
		log.info("{}: {}", table.table().usualName(), found.isEmpty() ? "as it should be" : words(found));
		if (fix) {
			mend(table);
		}
		tell(table, fix ? notMended(table, found) : found, fix);
		return found.values().stream().mapToLong(Long::longValue).sum();
	}

	private void mend(ShownTable table) {
		var name = table.table().name();
		this.findings.move(table.mirrored(), name);
		for (var kind : List.of(FindingKind.MOVED, FindingKind.DIFFERING, FindingKind.ORPHANED)) {
			inParts(this.findings.subjects(name, kind), AT_ONCE,
					(rows) -> this.mirrored.showAnew(table.mirrored(), rows));
		}
		if (table.isRecreated()) {
			inParts(this.findings.subjects(name, FindingKind.MISSING), AT_ONCE,
					(rows) -> this.mirrored.forget(table.mirrored(), rows));
		}
		if (table.mirrored().isOurs()) {
			inParts(this.findings.subjects(name, FindingKind.DOUBLED), AirtableClient.BATCH, (records) -> this.airtable
				.delete(table.table(), records.stream().map(RecordId::new).toList(), Lane.BULK));
		}
	}

	private void tell(ShownTable table, Map<FindingKind, Long> found, boolean fixed) {
		this.report.disagrees(table.table(), words(found), fixed ? "these are people's own: mend them in Airtable"
				: "run airtable-reconcile --fix, before airtable-pull where the base was restored");
	}

	private static Map<FindingKind, Long> notMended(ShownTable table, Map<FindingKind, Long> found) {
		var left = new TreeMap<>(found);
		left.keySet().removeIf((kind) -> isMended(table, kind));
		return left;
	}

	private static boolean isMended(ShownTable table, FindingKind kind) {
		return switch (kind) {
			case MISSING -> table.isRecreated();
			case DOUBLED -> table.mirrored().isOurs();
			case MOVED, DIFFERING, ORPHANED -> true;
		};
	}

	private static String words(Map<FindingKind, Long> found) {
		return found.entrySet()
			.stream()
			.map((kind) -> kind.getValue() + " " + kind.getKey().name().toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(", "));
	}

	private static void inParts(List<String> all, int size, Consumer<List<String>> work) {
		for (int start = 0; start < all.size(); start += size) {
			work.accept(new ArrayList<>(all.subList(start, Math.min(all.size(), start + size))));
		}
	}

}
