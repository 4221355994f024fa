package rei.sms.jobs.airtable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Our fields of one table and those of its base, as it is now. */
public final class TableMapping {

	private final Table table;

	private final Optional<TableSchema> schema;

	private final Map<Field, List<FieldSchema>> fields = new LinkedHashMap<>();

	private final List<Fault> faults = new ArrayList<>();

	private TableMapping(Table table, Optional<TableSchema> schema) {
		this.table = table;
		this.schema = schema;
	}

	static TableMapping of(Table table, String name, BaseSchema base, FieldNames names) {
		var mapping = new TableMapping(table, base.table(name));
		mapping.schema.ifPresentOrElse((schema) -> mapping.resolve(new FieldResolver(schema, names)),
				() -> FieldResolver.missing(table, name).ifPresent(mapping.faults::add));
		return mapping;
	}

	private void resolve(FieldResolver resolver) {
		for (var field : Field.of(this.table)) {
			this.fields.put(field, resolver.resolve(field));
			this.faults.addAll(resolver.faults(field));
		}
	}

	/** What is wrong with the table, each with its fix. */
	public List<Fault> faults() {
		return List.copyOf(this.faults);
	}

	/** Whether rows can be written: the table is there, and so are its keys. */
	public boolean isUsable() {
		return this.schema.isPresent() && Field.of(this.table)
			.stream()
			.filter((field) -> field.naming().need() == Need.KEY)
			.allMatch((field) -> writable(field).findAny().isPresent());
	}

	/** Whether the base has the field. */
	public boolean has(Field field) {
		return !schemas(field).isEmpty();
	}

	/** The table that is mapped. */
	public Table table() {
		return this.table;
	}

	/** The base's name of a field, for formulas, sorting and merging. */
	public Optional<String> name(Field field) {
		return schemas(field).stream().map(FieldSchema::name).findFirst();
	}

	/** The base's names of these fields, to ask for no others. */
	public List<String> names(Collection<? extends Field> wanted) {
		return wanted.stream().flatMap((field) -> names(field).stream()).distinct().toList();
	}

	List<String> names(Field field) {
		return schemas(field).stream().map(FieldSchema::name).toList();
	}

	/** The base's names of those of these fields that people can edit. */
	public List<String> editable(Collection<? extends Field> wanted) {
		return wanted.stream()
			.flatMap((field) -> schemas(field).stream())
			.filter((schema) -> !schema.isComputed())
			.map(FieldSchema::name)
			.distinct()
			.toList();
	}

	/** The base's names of all fields that link to nothing, known to us or not. */
	public List<String> plainNames() {
		return this.schema.stream()
			.flatMap((schema) -> schema.fields().stream())
			.filter((field) -> !field.type().equals("multipleRecordLinks"))
			.map(FieldSchema::name)
			.toList();
	}

	/** The table's id, which webhooks use. */
	public Optional<String> tableId() {
		return this.schema.map(TableSchema::id);
	}

	/** The ids of these fields, which webhooks use. */
	public List<String> fieldIds(Collection<? extends Field> wanted) {
		return wanted.stream().flatMap((field) -> schemas(field).stream()).map(FieldSchema::id).distinct().toList();
	}

	/** A record by our names of its fields. */
	public Reading read(AirtableRecord record) {
		return new Reading(record, this);
	}

	/** The base's names of all fields that are not Airtable's own to fill. */
	public List<String> writableNames() {
		return names(Field.of(this.table).stream().filter((field) -> field.kind() != Kind.COMPUTED).toList());
	}

	/** How a record goes together with the row that it shows. */
	public Likeness compare(AirtableRecord record, Row row) {
		var likeness = Likeness.ALIKE;
		for (var cell : cells(row).fields().entrySet()) {
			var held = record.cells().get(cell.getKey());
			if (!CellComparison.isAlike(cell.getValue(), held)) {
				if (!isLink(cell.getKey()) && !CellComparison.isRecord(cell.getValue(), held)) {
					return Likeness.UNLIKE;
				}
				likeness = Likeness.LINKED_ELSEWHERE;
			}
		}
		return likeness;
	}

	private boolean isLink(String name) {
		return this.schema.flatMap((table) -> table.field(name)).filter(FieldSchema::isLink).isPresent();
	}

	Cells cells(Row row) {
		var cells = new LinkedHashMap<String, @Nullable Object>();
		var leftOut = new ArrayList<Fault>();
		row.values().forEach((field, value) -> writable(field).forEach((schema) -> {
			switch (CellWriter.write(schema, value)) {
				case Cell.Fits fits -> cells.put(schema.name(), fits.json());
				case Cell.Misfit misfit ->
					leftOut.add(new Fault(this.table, schema.name(), misfit.what(), misfit.fix(), false));
			}
		}));
		return new Cells(cells, leftOut);
	}

	private Stream<FieldSchema> writable(Field field) {
		return schemas(field).stream().filter((schema) -> field.kind() != Kind.COMPUTED && !schema.isComputed());
	}

	private List<FieldSchema> schemas(Field field) {
		return this.fields.getOrDefault(field, List.of());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof TableMapping mapping && this.table == mapping.table
				&& this.schema.equals(mapping.schema);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.table, this.schema);
	}

}
