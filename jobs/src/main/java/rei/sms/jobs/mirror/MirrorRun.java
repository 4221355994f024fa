package rei.sms.jobs.mirror;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import rei.sms.jobs.airtable.BaseStopped;
import rei.sms.jobs.airtable.Fault;
import rei.sms.jobs.airtable.Table;
import rei.sms.jobs.http.Unavailable;

/** What one run of the mirror step met; several threads tell it. */
class MirrorRun {

	private final Set<Table> leftOut = EnumSet.noneOf(Table.class);

	private final Set<Table> reached = EnumSet.noneOf(Table.class);

	private final Map<Table, Set<Fault>> faults = new EnumMap<>(Table.class);

	private final Map<Table, Unavailable> outages = new EnumMap<>(Table.class);

	private int parked;

	/** Leaves a table out of this run. */
	synchronized void leaveOut(Table table) {
		this.leftOut.add(table);
	}

	synchronized boolean takes(Table table) {
		return !this.leftOut.contains(table);
	}

	synchronized void reached(Table table) {
		this.reached.add(table);
		this.outages.remove(table);
	}

	/**
	 * A table's base can't be called now; one that is stopped is left out of this run.
	 */
	synchronized void unavailable(Table table, Unavailable reason) {
		this.outages.put(table, reason);
		if (reason instanceof BaseStopped) {
			this.leftOut.add(table);
		}
	}

	synchronized void lacks(Table table, Collection<Fault> found) {
		this.faults.computeIfAbsent(table, (_) -> new LinkedHashSet<>()).addAll(found);
	}

	synchronized void parked() {
		this.parked++;
	}

	/** Reports what was met; answers how many rows were parked. */
	synchronized int report(AirtableReport report) {
		this.reached.forEach(report::reached);
		this.faults.forEach(report::lacks);
		this.outages.forEach(report::unavailable);
		return this.parked;
	}

}
