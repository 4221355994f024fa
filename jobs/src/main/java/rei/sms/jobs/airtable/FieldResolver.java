package rei.sms.jobs.airtable;

import java.time.Instant;
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
		return found.stream()
			.flatMap((schema) -> Stream.concat(type(field, schema).stream(), options(field, schema)))
			.toList();
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

	/** A type is well when it can hold what the engine would write. */
	private static Optional<Fault> type(Field field, FieldSchema schema) {
		if (schema.isComputed() || (schema.isSelect() && (field.kind() == Kind.TEXT || field.kind() == Kind.SELECT))) {
			return Optional.empty();
		}
		return (CellWriter.write(schema, sample(field.kind())) instanceof Cell.Misfit misfit)
				? Optional.of(fault(field, schema.name(), misfit.what(), misfit.fix())) : onlyText(field, schema);
	}

	/**
	 * A text holds everything, but nobody can count, sort or follow what stands there.
	 */
	private static Optional<Fault> onlyText(Field field, FieldSchema schema) {
		return plainType(field).filter((type) -> schema.isText())
			.map((type) -> new Fault(field.table(), schema.name(),
					"has the type " + schema.type() + ", so it is written as a text", "make it a " + type, false));
	}

	private static Optional<String> plainType(Field field) {
		return switch (field.kind()) {
			case NUMBER -> Optional.of("number");
			case TIME -> Optional.of("date");
			case LINK -> Optional.of("link to its table");
			case FLAG -> field.naming().mayBeComputed() ? Optional.empty() : Optional.of("checkbox");
			case SELECT -> field.naming().words().isEmpty() ? Optional.empty() : Optional.of("single select");
			case TEXT, COMPUTED -> Optional.empty();
		};
	}

	private static Value sample(Kind kind) {
		return switch (kind) {
			case TEXT -> new Value.Text("");
			case SELECT -> new Value.Word(List.of(""));
			case NUMBER -> new Value.Amount(0);
			case TIME -> new Value.Moment(Instant.EPOCH);
			case FLAG -> new Value.Flag(true);
			case LINK -> new Value.Links(List.of());
			case COMPUTED -> new Value.Clear();
		};
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
