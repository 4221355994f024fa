package rei.sms.sandbox.airtable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A table's fields and rows; guarded by the lock of its base.
 */
final class Table {

	static final String GRID_VIEW = "Grid view";

	private final String id;

	private final TableSpec spec;

	private final Map<String, FieldSpec> fields = new LinkedHashMap<>();

	private final Map<String, String> names = new HashMap<>();

	private final SequencedMap<String, Row> rows = new LinkedHashMap<>();

	private final Map<List<String>, KeyIndex> indexes = new HashMap<>();

	private long counter;

	Table(String base, TableSpec spec) {
		this.id = Ids.of("tbl", base + "/" + spec.name());
		this.spec = spec;
		spec.fields().forEach(this::add);
	}

	String id() {
		return this.id;
	}

	String name() {
		return this.spec.name();
	}

	Map<String, String> views() {
		return this.spec.views();
	}

	FieldSpec primary() {
		return this.spec.fields().getFirst();
	}

	Collection<FieldSpec> fields() {
		return this.fields.values();
	}

	Set<String> fieldNames() {
		return this.fields.keySet();
	}

	void add(FieldSpec field) {
		this.fields.put(field.name(), field);
		this.names.put(fieldId(field), field.name());
	}

	String fieldId(FieldSpec field) {
		return Ids.of("fld", this.id + "/" + field.name());
	}

	boolean has(String field) {
		return this.fields.containsKey(field) || this.names.containsKey(field);
	}

	/** The field of that name or id. */
	FieldSpec field(String nameOrId) {
		FieldSpec field = this.fields.get(this.names.getOrDefault(nameOrId, nameOrId));
		if (field == null) {
			throw ApiError.unknownField(nameOrId);
		}
		return field;
	}

	Collection<Row> rows() {
		return this.rows.values();
	}

	@Nullable Row row(String id) {
		return this.rows.get(id);
	}

	/** Takes a new row in and numbers it. */
	void insert(Row row) {
		this.counter++;
		this.fields.values()
			.stream()
			.filter((field) -> field.type() == FieldType.AUTO_NUMBER)
			.forEach((field) -> row.cells().putIfAbsent(field.name(), this.counter));
		this.rows.put(row.id(), row);
		this.indexes.values().forEach((index) -> index.add(row));
	}

	void remove(Row row) {
		this.indexes.values().forEach((index) -> index.remove(row));
		this.rows.remove(row.id());
	}

	/** Changes a stored row so that the indexes follow. */
	void change(Row row, Runnable change) {
		this.indexes.values().forEach((index) -> index.remove(row));
		change.run();
		this.indexes.values().forEach((index) -> index.add(row));
	}

	/** The rows that have these values in these fields. */
	Collection<String> find(List<String> fields, List<@Nullable Object> values) {
		return this.indexes.computeIfAbsent(List.copyOf(fields), (key) -> new KeyIndex(key, rows())).find(values);
	}

	long counter() {
		return this.counter;
	}

	/** Drops a row that is gone already for everybody else. */
	void forget(String id) {
		this.rows.remove(id);
		this.indexes.clear();
	}

	/** Goes on numbering after this. */
	void count(long counter) {
		this.counter = counter;
	}

	/** The rows made last, latest first. */
	List<Row> latest(int most) {
		return this.rows.sequencedValues().reversed().stream().limit(most).toList();
	}

	/** The rows as they are now, for a listing that goes on later. */
	List<Row> snapshot() {
		return new ArrayList<>(this.rows.values());
	}

}
