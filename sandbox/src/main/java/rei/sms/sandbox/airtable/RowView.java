package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A record as it is read: stored and computed cells, empty ones absent.
 */
final class RowView implements Scope {

	private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final Base base;

	private final Table table;

	private final Row row;

	RowView(Base base, Table table, Row row) {
		this.base = base;
		this.table = table;
		this.row = row;
	}

	/** When the record was made, as the API writes times. */
	String createdTime() {
		return MILLIS.format(this.row.created());
	}

	/** The cells of these fields, or with none of all fields, by name, as JSON values. */
	Map<String, Object> cells(Collection<String> fields) {
		var cells = new LinkedHashMap<String, Object>();
		Stream<FieldSpec> wanted = fields.isEmpty() ? this.table.fields().stream()
				: fields.stream().map(this.table::field);
		wanted.forEach((field) -> {
			Object cell = json(field);
			if (cell != null) {
				cells.put(field.name(), cell);
			}
		});
		return cells;
	}

	@Nullable Object json(FieldSpec field) {
		return switch (field.type()) {
			case FORMULA -> plain(formula(field));
			case MULTIPLE_LOOKUP_VALUES -> lookup(field);
			case AI_TEXT, ROLLUP -> null;
			case COUNT -> (long) this.row.links(field.target()).size();
			case CREATED_TIME -> plain(this.row.created());
			case LAST_MODIFIED_TIME -> plain(this.row.modified());
			default -> plain(this.row.cell(field.name()));
		};
	}

	@Override
	public @Nullable Object field(String name) {
		FieldSpec field = this.table.field(name);
		return switch (field.type()) {
			case FORMULA -> formula(field);
			case MULTIPLE_RECORD_LINKS -> names(field);
			case CREATED_TIME -> this.row.created();
			case LAST_MODIFIED_TIME -> this.row.modified();
			case DATE ->
				(this.row.cell(name) instanceof LocalDate date) ? date.atStartOfDay(ZoneOffset.UTC).toInstant() : null;
			default -> scalar(json(field), this.row.cell(name));
		};
	}

	@Override
	public String recordId() {
		return this.row.id();
	}

	@Override
	public Instant created() {
		return this.row.created();
	}

	@Override
	public Instant modified(List<String> fields) {
		return fields.isEmpty() ? this.row.modified() : this.row.modified(fields);
	}

	private @Nullable Object formula(FieldSpec field) {
		return Formula.parse(field.target(), this.table.fieldNames()).value(this);
	}

	/** Formulas see lists as text and times as times. */
	private static @Nullable Object scalar(@Nullable Object json, @Nullable Object stored) {
		if (json instanceof Collection<?> many) {
			return many.stream().map(String::valueOf).collect(Collectors.joining(", "));
		}
		return (stored instanceof Instant) ? stored : json;
	}

	/** What a formula sees of a link: the primary names, never the ids. */
	private @Nullable String names(FieldSpec link) {
		Set<String> ids = this.row.links(link.name());
		return ids.isEmpty() ? null
				: linked(link).map((view) -> FormulaValues.text(view.field(view.table.primary().name())))
					.collect(Collectors.joining(", "));
	}

	private @Nullable List<Object> lookup(FieldSpec field) {
		var values = new ArrayList<Object>();
		linked(this.table.field(field.target())).map((view) -> view.json(view.table.field(field.other())))
			.filter(Objects::nonNull)
			.forEach((value) -> values.addAll((value instanceof Collection<?> many) ? many : List.of(value)));
		return values.isEmpty() ? null : values;
	}

	private Stream<RowView> linked(FieldSpec link) {
		Table target = this.base.table(link.target());
		return this.row.links(link.name())
			.stream()
			.map(target::row)
			.filter(Objects::nonNull)
			.map((other) -> new RowView(this.base, target, other));
	}

	private static @Nullable Object plain(@Nullable Object value) {
		return switch (value) {
			case Instant instant -> MILLIS.format(instant);
			case LocalDate date -> date.toString();
			case Set<?> links -> List.copyOf(links);
			case null, default -> value;
		};
	}

}
