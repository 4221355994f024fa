package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One write request to one table: everything is checked before anything is applied.
 */
final class Writes {

	private static final int MOST_RECORDS = 10;

	private static final Set<String> KEYS = Set.of("records", "fields", "typecast", "performUpsert",
			"returnFieldsByFieldId", "returnFields");

	private final Base base;

	private final Table table;

	private final Instant now;

	private final Changes changes;

	private final CellReader reader;

	Writes(Base base, Table table, JsonNode body, Instant now, Changes changes, Sins sins) {
		this.base = base;
		this.table = table;
		this.now = now;
		this.changes = changes;
		this.reader = new CellReader(base, table, body.path("typecast").asBoolean(false), sins);
	}

	/** The request's records; more than ten, or anything unheard of, is refused. */
	static List<JsonNode> records(JsonNode body) {
		JsonNode records = body.path("records");
		if (!records.isArray() || records.isEmpty() || records.size() > MOST_RECORDS) {
			throw ApiError.invalid("records holds 1 to 10 records");
		}
		records.forEach((record) -> check(record, Set.of("id", "fields")));
		return records.valueStream().toList();
	}

	static void checkBody(JsonNode body) {
		check(body, KEYS);
	}

	private static void check(JsonNode node, Set<String> keys) {
		if (!node.isObject() || !keys.containsAll(node.propertyNames())) {
			throw ApiError.invalid("parameter validation failed. Check your request data.");
		}
	}

	List<Row> create(List<JsonNode> records) {
		return apply(
				records.stream().map((record) -> new Planned(null, this.reader.read(record.path("fields")))).toList());
	}

	/** Changes the named cells; {@code replace} clears the others. */
	List<Row> update(List<JsonNode> records, boolean replace) {
		var unseen = new HashSet<String>();
		return apply(records.stream().map((record) -> {
			String id = record.path("id").asString("");
			if (!unseen.add(id)) {
				throw ApiError.invalid("record " + id + " is named twice");
			}
			return planned(row(id), record, replace);
		}).toList());
	}

	/** Changes the one record that has the same values in these fields, or makes it. */
	Upserted upsert(List<JsonNode> records, List<String> mergeOn, boolean replace) {
		List<String> keys = mergeKeys(mergeOn);
		var seen = new HashSet<List<@Nullable Object>>();
		var planned = records.stream().map((record) -> {
			if (record.has("id")) {
				return planned(row(record.path("id").asString()), record, replace);
			}
			var cells = this.reader.read(record.path("fields"));
			var key = key(keys, cells);
			if (!seen.add(key)) {
				throw ApiError.invalid("two records of the request have the same merge values");
			}
			Row match = match(keys, key);
			return (match != null) ? planned(match, record, replace) : new Planned(null, cells);
		}).toList();
		List<Row> rows = apply(planned);
		return new Upserted(rows, ids(planned, rows, true), ids(planned, rows, false));
	}

	List<Row> delete(Collection<String> ids) {
		List<Row> rows = ids.stream().map(this::row).toList();
		rows.forEach((row) -> this.base.remove(this.table, row, this.now, this.changes));
		return rows;
	}

	private Planned planned(Row row, JsonNode record, boolean replace) {
		var cells = new HashMap<String, @Nullable Object>();
		if (replace) {
			CellReader.writable(this.table).forEach((field) -> cells.put(field, null));
		}
		cells.putAll(this.reader.read(record.path("fields")));
		return new Planned(row, cells);
	}

	private List<Row> apply(List<Planned> planned) {
		var rows = new ArrayList<Row>();
		for (Planned each : planned) {
			rows.add((each.row != null) ? change(each.row, each.cells) : insert(each.cells));
		}
		return rows;
	}

	private Row insert(Map<String, @Nullable Object> cells) {
		var row = new Row(Ids.fresh("rec"), this.now);
		this.table.insert(row);
		this.changes.created(this.table, row);
		return change(row, cells);
	}

	private Row change(Row row, Map<String, @Nullable Object> cells) {
		this.base.set(this.table, row, cells, this.now, this.changes);
		return row;
	}

	private Row row(String id) {
		Row row = this.table.row(id);
		if (row == null) {
			throw ApiError.noSuchRow(id);
		}
		return row;
	}

	private List<String> mergeKeys(List<String> mergeOn) {
		if (mergeOn.isEmpty() || mergeOn.size() > 3) {
			throw ApiError.invalid("fieldsToMergeOn names 1 to 3 fields");
		}
		return mergeOn.stream().map(this.table::field).map((field) -> {
			if (!field.type().isMergeable()) {
				throw ApiError.invalid("field \"" + field.name() + "\" can't be merged on");
			}
			return field.name();
		}).toList();
	}

	private static List<@Nullable Object> key(List<String> keys, Map<String, @Nullable Object> cells) {
		var key = new ArrayList<@Nullable Object>();
		for (String field : keys) {
			if (!cells.containsKey(field)) {
				throw ApiError.invalid("every record names the merge field \"" + field + "\"");
			}
			key.add("".equals(cells.get(field)) ? null : cells.get(field));
		}
		return key;
	}

	private @Nullable Row match(List<String> keys, List<@Nullable Object> key) {
		Collection<String> found = this.table.find(keys, key);
		if (found.size() > 1) {
			throw ApiError.invalid("several records match the merge values of " + keys);
		}
		return found.isEmpty() ? null : this.table.row(found.iterator().next());
	}

	private static List<String> ids(List<Planned> planned, List<Row> rows, boolean created) {
		var ids = new ArrayList<String>();
		for (int i = 0; i < rows.size(); i++) {
			if ((planned.get(i).row == null) == created) {
				ids.add(rows.get(i).id());
			}
		}
		return ids;
	}

	private record Planned(@Nullable Row row, Map<String, @Nullable Object> cells) {
	}

	/** What an upsert did, in the order of the request. */
	record Upserted(List<Row> rows, List<String> created, List<String> updated) {
	}

}
