package rei.sms.sandbox.airtable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Finds the rows that have the same values in a set of fields.
 */
final class KeyIndex {

	private final List<String> fields;

	private final Map<List<@Nullable Object>, Set<String>> ids = new HashMap<>();

	KeyIndex(List<String> fields, Iterable<Row> rows) {
		this.fields = List.copyOf(fields);
		rows.forEach(this::add);
	}

	/**
	 * The ids of the rows whose cells are these values, in the order of the index's
	 * fields.
	 */
	Set<String> find(List<@Nullable Object> values) {
		return this.ids.getOrDefault(values, Set.of());
	}

	void add(Row row) {
		this.ids.computeIfAbsent(key(row), (_) -> new LinkedHashSet<>()).add(row.id());
	}

	void remove(Row row) {
		this.ids.computeIfPresent(key(row), (_, found) -> {
			found.remove(row.id());
			return found.isEmpty() ? null : found;
		});
	}

	private List<@Nullable Object> key(Row row) {
		var key = new ArrayList<@Nullable Object>(this.fields.size());
		this.fields.forEach((field) -> key.add(row.cell(field)));
		return key;
	}

}
