package rei.sms.jobs.mirror;

import java.time.Clock;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.airtable.AirtableProperties;
import rei.sms.jobs.airtable.BillingStopped;
import rei.sms.jobs.airtable.Fault;
import rei.sms.jobs.airtable.Forbidden;
import rei.sms.jobs.airtable.Reading;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;

/**
 * Says what keeps Airtable from showing everything, and takes it back once it is mended.
 */
@Component
class AirtableReport {

	private static final String UNSET = "airtable-settings";

	private static final String UNAVAILABLE = "airtable-unavailable";

	private static final String FORBIDDEN = "airtable-forbidden";

	private static final String BILLING = "airtable-billing";

	private static final String SCHEMA = "airtable-schema";

	private static final String CELL = "airtable-cell";

	private static final String UNTICKED = "airtable-unticked";

	private static final String VIEW = "airtable-view";

	private static final String DISAGREES = "airtable-disagrees";

	private static final String WEBHOOKS = "airtable-webhooks";

	private static final String FULL = "airtable-full";

	private static final String BUDGET = "airtable-budget";

	/** So many faulty cells are named; a bad import has thousands. */
	private static final int MOST_CELLS = 50;

	private final Problems problems;

	private final AirtableProperties properties;

	private final Clock clock;

	AirtableReport(Problems problems, AirtableProperties properties, Clock clock) {
		this.problems = problems;
		this.properties = properties;
		this.clock = clock;
	}

	/** Whether Airtable can be called at all; says so when it can't. */
	boolean isConfigured() {
		if (this.properties.apiKey().isBlank() || this.properties.leadsConvosBase().isBlank()) {
			report(UNSET, "", "Airtable is not used: it shows nothing and nobody's edits are taken over",
					"set AIRTABLE_API_KEY and LEADS_CONVOS_BASE");
			return false;
		}
		this.problems.clear(UNSET);
		return true;
	}

	/** Airtable answered for a table: its base is well. */
	void reached(Table table) {
		var base = this.properties.baseId(table.base());
		this.problems.clear(UNAVAILABLE, base);
		this.problems.clear(FORBIDDEN, base);
		this.problems.clear(BILLING, base);
	}

	/** Airtable could not be reached, or not be used. */
	void unavailable(Table table, Unavailable reason) {
		var base = this.properties.baseId(table.base());
		var what = String.valueOf(reason.getMessage());
		switch (reason) {
			case Forbidden _ -> report(FORBIDDEN, base, what,
					"give the token this base and the scopes data.records:read, data.records:write, schema.bases:read");
			case BillingStopped _ ->
				report(BILLING, base, what, "wait for the next month or take a larger plan; the backlog is kept");
			default -> report(UNAVAILABLE, base, what, "nothing is lost: it is tried again at the next run");
		}
	}

	/** What a table's base lacks; what is no longer lacking is taken back. */
	void lacks(Table table, Collection<Fault> faults) {
		faults.forEach((fault) -> report(SCHEMA, subject(fault), fault.what(), fault.fix()));
		var standing = faults.stream().map(AirtableReport::subject).collect(Collectors.toSet());
		this.problems.all()
			.stream()
			.filter((problem) -> problem.code().equals(SCHEMA) && isAbout(problem, table))
			.filter((problem) -> !standing.contains(problem.subject()))
			.forEach((problem) -> this.problems.clear(SCHEMA, problem.subject()));
	}

	/**
	 * Which cells of these records can't be understood; what was mended is taken back.
	 */
	void cells(Table table, Collection<Reading> readings, CellFaults faults) {
		this.problems.clearOthers(CELL, readings.stream().map((reading) -> CellFaults.about(table, reading)).toList(),
				faults.all().keySet());
		var room = MOST_CELLS - this.problems.count(CELL);
		faults.all()
			.entrySet()
			.stream()
			.limit(Math.max(0, room))
			.forEach((fault) -> report(CELL, fault.getKey(), fault.getValue(), "correct the cell in Airtable"));
		if (faults.all().size() > room) {
			report(CELL, "more", "and more cells of " + table.usualName() + " and others",
					"correct those above; the next pull of a record names what is left");
		}
	}

	/** Somebody unticked prospects that are suppressed. */
	void tickedAgain(Collection<String> records) {
		records.stream()
			.limit(MOST_CELLS)
			.forEach((record) -> report(UNTICKED, record,
					"prospect " + record + " was unticked, but the phone is still opted out",
					"the seller texts START, or an operator lifts it through the API"));
	}

	/** A campaign names a view that the base has. */
	void viewIsThere(UUID campaign) {
		this.problems.clear(VIEW, campaign.toString());
	}

	/** A campaign names a view that the base has not. */
	void viewIsMissing(UUID campaign, String view) {
		report(VIEW, campaign.toString(),
				"Prospects have no view \"" + view + "\": its campaign texts linked prospects only",
				"name a view of Prospects in View/Segment, or clear it");
	}

	/** A base and our rows disagree, or do no longer. */
	void disagrees(Table table, String what, String fix) {
		if (what.isEmpty()) {
			this.problems.clear(DISAGREES, table.usualName());
		}
		else {
			report(DISAGREES, table.usualName(), table.usualName() + ": " + what, fix);
		}
	}

	/** A table's base tells us of changes. */
	void isTold(Table table) {
		this.problems.clear(WEBHOOKS, table.usualName());
	}

	/** A table's base refuses to tell us of changes. */
	void isNotTold(Table table, Rejected refused) {
		report(WEBHOOKS, table.usualName(),
				table.usualName() + " is polled: its base refuses a webhook (" + refused.error().type() + ")",
				"give the token the scope webhook:manage and the creator's role in the base");
	}

	/** How many records a base has of those its plan allows. */
	void records(String base, long records, RetirementProperties limits) {
		if (!limits.isNearlyFull(records)) {
			this.problems.clear(FULL, base);
			return;
		}
		report(FULL, base, "base " + base + " has " + records + " of " + limits.recordLimit() + " records",
				limits.isOn()
						? "older ones are open or too young to leave: lower AIRTABLE_KEEP_DAYS or take a larger plan"
						: "set AIRTABLE_KEEP_DAYS, or take a larger plan and set AIRTABLE_RECORD_LIMIT");
	}

	/** How many calls this month will take of those the plan allows. */
	void calls(long forecast, long allowed) {
		if (forecast <= allowed) {
			this.problems.clear(BUDGET);
			return;
		}
		report(BUDGET, "", "this month will take about " + forecast + " of " + allowed + " calls",
				"take a larger plan and set AIRTABLE_MONTHLY_CALLS, or set PUBLIC_URL so that nothing is polled");
	}

	private static boolean isAbout(Problem problem, Table table) {
		return problem.subject().equals(table.usualName()) || problem.subject().startsWith(table.usualName() + ".");
	}

	private static String subject(Fault fault) {
		return fault.table().usualName() + (fault.field().isEmpty() ? "" : "." + fault.field());
	}

	private void report(String code, String subject, String what, String fix) {
		this.problems.report(code, subject, what, fix, this.clock.instant());
	}

}
