package rei.sms.jobs.mirror;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import rei.sms.jobs.Keyed;
import rei.sms.jobs.airtable.AirtableClient;

/**
 * What the calls of one second carry, table by table in the order that keeps links valid.
 */
final class Load implements Keyed {

	private final Map<ShownTable, List<Waiting>> rows = new TreeMap<>(Comparator.comparing(ShownTable::mirrored));

	private final Function<ShownTable, String> base;

	private final int callsOfBase;

	private final long mostRows;

	/**
	 * An empty one.
	 * @param base the base of a table
	 * @param callsOfBase so many calls to one base
	 * @param mostRows so many rows in all
	 */
	Load(Function<ShownTable, String> base, int callsOfBase, long mostRows) {
		this.base = base;
		this.callsOfBase = callsOfBase;
		this.mostRows = mostRows;
	}

	void add(ShownTable table, List<Waiting> found) {
		if (!found.isEmpty()) {
			this.rows.computeIfAbsent(table, (_) -> new ArrayList<>()).addAll(found);
		}
	}

	/** So many rows of a table the calls of its base can carry yet. */
	int room(ShownTable table) {
		var calls = this.callsOfBase - callsTo(this.base.apply(table));
		return least(calls * AirtableClient.BATCH + emptyPlaces(table));
	}

	/** So many rows of a table its calls can carry yet without one more. */
	int roomInItsCalls(ShownTable table) {
		return least(emptyPlaces(table));
	}

	private int least(int places) {
		return (int) Math.min(places, this.mostRows - size());
	}

	private int emptyPlaces(ShownTable table) {
		return calls(table) * AirtableClient.BATCH - rows(table).size();
	}

	private int callsTo(String base) {
		return this.rows.keySet()
			.stream()
			.filter((table) -> this.base.apply(table).equals(base))
			.mapToInt(this::calls)
			.sum();
	}

	private int calls(ShownTable table) {
		return (rows(table).size() + AirtableClient.BATCH - 1) / AirtableClient.BATCH;
	}

	private List<Waiting> rows(ShownTable table) {
		return this.rows.getOrDefault(table, List.of());
	}

	/** How many calls it takes. */
	int calls() {
		return this.rows.keySet().stream().mapToInt(this::calls).sum();
	}

	/** What its rows may link to. */
	Collection<String> ids() {
		return this.rows.values().stream().flatMap(List::stream).map(Waiting::id).toList();
	}

	int size() {
		return this.rows.values().stream().mapToInt(List::size).sum();
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

	/** Whether more may be waiting than it can carry. */
	boolean isFull() {
		return size() >= this.mostRows
				|| this.rows.keySet().stream().anyMatch((table) -> callsTo(this.base.apply(table)) >= this.callsOfBase);
	}

	/** What may be written side by side, then what links to that, and so on. */
	List<Map<ShownTable, List<Waiting>>> stages() {
		var atOnce = new LinkedHashMap<ShownTable, List<Waiting>>();
		var stages = new ArrayList<Map<ShownTable, List<Waiting>>>(List.of(atOnce));
		this.rows.forEach((table, all) -> {
			var sorted = all.stream().sorted(Comparator.comparing(Waiting::ready).reversed()).toList();
			var early = early(sorted);
			atOnce.put(table, sorted.subList(0, early));
			if (early < sorted.size()) {
				stages.add(Map.of(table, sorted.subList(early, sorted.size())));
			}
		});
		return stages;
	}

	/** Rows that wait for a record travel with others, lest their call be half empty. */
	private static int early(List<Waiting> rows) {
		var ready = (int) rows.stream().filter(Waiting::ready).count();
		return (ready == rows.size()) ? ready : ready / AirtableClient.BATCH * AirtableClient.BATCH;
	}

	@Override
	public String key() {
		return "load of " + size();
	}

}
