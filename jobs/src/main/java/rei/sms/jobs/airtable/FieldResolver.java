package rei.sms.jobs.airtable;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds our fields in a table as the base has it, and says what is missing. */
final class FieldResolver {

	private final TableSchema schema;

	private final FieldNames names;

	FieldResolver(TableSchema schema, FieldNames names) {
		this.schema = schema;
		this.names = names;
	}

	static Optional<Fault> missing(Table table, String name) {
		return (table.need() == Need.OPTIONAL) ? Optional.empty()
				: Optional.of(new Fault(table, "", "the base has no table \"" + name + "\"",
						"add the table or name it in " + table.name() + "_TABLE", table.need() == Need.KEY));
	}

	/**
	 * The base's fields that stand for ours: the first spelling it has, and every twin.
	 */
	List<FieldSchema> resolve(Field field) {
		return Stream.concat(found(this.names.candidates(field)).limit(1), found(field.naming().twins()))
			.distinct()
			.toList();
	}

	private Stream<FieldSchema> found(List<String> candidates) {
		return candidates.stream().flatMap((name) -> this.schema.field(name).stream());
	}

	List<Fault> faults(Field field) {
		var found = resolve(field);
		if (found.isEmpty()) {
			return absent(field).stream().toList();
		}
		if (found.stream().allMatch(FieldSchema::isComputed)) {
			return computed(field, found.getFirst()).stream().toList();
		}
		return found.stream().flatMap((schema) -> options(field, schema)).toList();
	}

	private Optional<Fault> absent(Field field) {
		if (this.names.override(field).isEmpty() && field.naming().need() == Need.OPTIONAL) {
			return Optional.empty();
		}
		var name = this.names.candidates(field).getFirst();
		return Optional
			.of(fault(field, name, "the table has no such field", "add the field or name it in " + field.override()));
	}

	private Optional<Fault> computed(Field field, FieldSchema schema) {
		if (field.kind() == Kind.COMPUTED || field.naming().mayBeComputed()) {
			return Optional.empty();
		}
		return Optional.of(fault(field, schema.name(), "the base computes it, so it is only read",
				"make it a plain field or name another in " + field.override()));
	}

	private Stream<Fault> options(Field field, FieldSchema schema) {
		if (!schema.isSelect()) {
			return Stream.empty();
		}
		return field.naming()
			.words()
			.stream()
			.filter((spellings) -> Spellings.offered(schema.choices(), spellings).isEmpty())
			.map((spellings) -> new Fault(field.table(), schema.name(),
					"has no option \"" + spellings.getFirst() + "\"", "add the option", false));
	}

	private static Fault fault(Field field, String name, String what, String fix) {
		return new Fault(field.table(), name, what, fix,
				field.naming().need() == Need.KEY && field.table().need() == Need.KEY);
	}

}
