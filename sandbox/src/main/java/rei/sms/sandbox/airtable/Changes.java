package rei.sms.sandbox.airtable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one request changed, by table, for the base's webhooks.
 */
final class Changes {

	private final Map<Table, PerTable> tables = new LinkedHashMap<>();

	void created(Table table, Row row) {
		of(table).created.put(row.id(), row);
	}

	void changed(Table table, Row row, String field) {
		of(table).changed.computeIfAbsent(row.id(), (_) -> new Edited(row, new LinkedHashSet<>())).fields.add(field);
	}

	void destroyed(Table table, Row row) {
		of(table).destroyed.add(row.id());
	}

	Map<Table, PerTable> tables() {
		return this.tables;
	}

	private PerTable of(Table table) {
		return this.tables.computeIfAbsent(table,
				(_) -> new PerTable(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashSet<>()));
	}

	record PerTable(Map<String, Row> created, Map<String, Edited> changed, Set<String> destroyed) {
	}

	record Edited(Row row, Set<String> fields) {
	}

}
