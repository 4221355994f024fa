package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks what a client wants to write, cell by cell, before anything is written.
 */
final class CellReader {

	private static final int LONGEST_TEXT = 100_000;

	private final Base base;

	private final Table table;

	private final boolean typecast;

	private final Sins sins;

	CellReader(Base base, Table table, boolean typecast, Sins sins) {
		this.base = base;
		this.table = table;
		this.typecast = typecast;
		this.sins = sins;
	}

	/** The checked cells by field name; null clears. */
	Map<String, @Nullable Object> read(JsonNode fields) {
		if (!fields.isObject()) {
			throw ApiError.of(422, "INVALID_REQUEST_MISSING_FIELDS", "Could not find field \"fields\" in the body");
		}
		var cells = new LinkedHashMap<String, @Nullable Object>();
		for (Map.Entry<String, JsonNode> cell : fields.properties()) {
			FieldSpec field = this.table.field(cell.getKey());
			cells.put(field.name(), read(field, cell.getValue()));
		}
		return cells;
	}

	private @Nullable Object read(FieldSpec field, JsonNode value) {
		if (field.type().isComputed()) {
			throw ApiError.invalidValue(field.name(), "cannot accept a value because the field is computed");
		}
		if (value.isNull()) {
			return null;
		}
		return switch (field.type()) {
			case SINGLE_LINE_TEXT, MULTILINE_TEXT, PHONE_NUMBER, EMAIL, URL -> text(field, value);
			case NUMBER, PERCENT -> number(field, value);
			case CHECKBOX -> checked(field, value.isBoolean(), value.asBoolean(false));
			case SINGLE_SELECT -> option(field, value);
			case MULTIPLE_SELECTS -> array(field, value).map((option) -> option(field, option)).toList();
			case DATE_TIME -> instant(field, value);
			case DATE -> instant(field, value).atOffset(ZoneOffset.UTC).toLocalDate();
			case MULTIPLE_RECORD_LINKS -> links(field, value);
			case AUTO_NUMBER, FORMULA, MULTIPLE_LOOKUP_VALUES, COUNT, CREATED_TIME, LAST_MODIFIED_TIME, ROLLUP,
					AI_TEXT ->
				throw new IllegalStateException(field.name());
		};
	}

	private String text(FieldSpec field, JsonNode value) {
		boolean fits = value.isString() || (this.typecast && value.isValueNode());
		String text = fits ? value.asString() : "";
		return checked(field, fits && text.length() <= LONGEST_TEXT, text);
	}

	private Number number(FieldSpec field, JsonNode value) {
		if (this.typecast && value.isString()) {
			return parsed(field, value.asString());
		}
		checked(field, value.isNumber(), value);
		double number = value.asDouble();
		return (number == Math.rint(number) && Math.abs(number) < 1e15) ? (Number) Math.round(number) : number;
	}

	private Number parsed(FieldSpec field, String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (NumberFormatException ex) {
			throw refused(field);
		}
	}

	private Instant instant(FieldSpec field, JsonNode value) {
		return Optional.of(value)
			.filter(JsonNode::isString)
			.map((node) -> FormulaValues.parse(node.asString()))
			.orElseThrow(() -> refused(field));
	}

	private String option(FieldSpec field, JsonNode value) {
		checked(field, value.isString(), value);
		String option = value.asString();
		if (this.table.field(field.name()).options().contains(option)) {
			return option;
		}
		if (!this.typecast || option.isEmpty()) {
			throw ApiError.invalidOption(option);
		}
		this.sins.add("typecast made the option \"" + option + "\" of " + this.table.name() + "." + field.name());
		var options = Stream.concat(field.options().stream(), Stream.of(option)).toList();
		this.table.add(new FieldSpec(field.name(), field.type(), options, field.target(), field.other()));
		return option;
	}

	private Set<String> links(FieldSpec field, JsonNode value) {
		Table target = this.base.table(field.target());
		var ids = new LinkedHashSet<String>();
		array(field, value).forEach((id) -> {
			checked(field, id.isString() && id.asString().startsWith("rec"), id);
			if (target.row(id.asString()) == null) {
				throw ApiError.noSuchRow(id.asString());
			}
			ids.add(id.asString());
		});
		return ids;
	}

	private Stream<JsonNode> array(FieldSpec field, JsonNode value) {
		checked(field, value.isArray(), value);
		return value.valueStream();
	}

	private static <T> T checked(FieldSpec field, boolean valid, T value) {
		if (!valid) {
			throw refused(field);
		}
		return value;
	}

	private static ApiError refused(FieldSpec field) {
		return ApiError.invalidValue(field.name(), "cannot accept the provided value");
	}

	/** The fields a client may write, for PUT, which clears what it doesn't name. */
	static List<String> writable(Table table) {
		return table.fields().stream().filter((field) -> !field.type().isComputed()).map(FieldSpec::name).toList();
	}

}
