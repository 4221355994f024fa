package rei.sms.sandbox.airtable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a base's rows down and reads them back.
 */
final class Snapshot {

	private Snapshot() {
	}

	static ObjectNode save(Base base) {
		ObjectNode tables = Json.object();
		base.tables().forEach((table) -> {
			ObjectNode saved = tables.putObject(table.name()).put("counter", table.counter());
			ArrayNode rows = saved.putArray("rows");
			table.rows().forEach((row) -> save(row, rows.addObject()));
		});
		return tables;
	}

	/** What changed: the rows as they are now, and those that are gone. */
	static ObjectNode save(Changes changes) {
		ObjectNode tables = Json.object();
		changes.tables().forEach((table, change) -> {
			ObjectNode saved = tables.putObject(table.name()).put("counter", table.counter());
			change.destroyed().forEach(saved.putArray("destroyed")::add);
			ArrayNode rows = saved.putArray("rows");
			Stream.concat(change.created().keySet().stream(), change.changed().keySet().stream())
				.distinct()
				.map(table::row)
				.filter(Objects::nonNull)
				.forEach((row) -> save(row, rows.addObject()));
		});
		return tables;
	}

	/**
	 * Takes rows over, new or changed; tables and fields that the base no longer has are
	 * left out.
	 */
	static void apply(Base base, JsonNode tables) {
		base.tables().stream().filter((table) -> tables.has(table.name())).forEach((table) -> {
			JsonNode saved = tables.path(table.name());
			saved.path("rows").forEach((row) -> table.insert(restore(table, row)));
			saved.path("destroyed").forEach((id) -> table.forget(id.asString()));
			table.count(saved.path("counter").asLong(0));
		});
	}

	private static void save(Row row, ObjectNode node) {
		node.put("id", row.id()).put("created", row.created().toString()).put("modified", row.modified().toString());
		node.set("changed", Json.tree(row.changed()));
		node.set("cells", Json.tree(row.cells()));
	}

	private static Row restore(Table table, JsonNode node) {
		var row = new Row(node.path("id").asString(), Instant.parse(node.path("created").asString()));
		for (Map.Entry<String, JsonNode> cell : node.path("cells").properties()) {
			if (table.has(cell.getKey())) {
				row.cells().put(cell.getKey(), cell(table.field(cell.getKey()).type(), cell.getValue()));
			}
		}
		node.path("changed")
			.properties()
			.forEach((field) -> row.changed().put(field.getKey(), Instant.parse(field.getValue().asString())));
		row.restored(Instant.parse(node.path("modified").asString()));
		return row;
	}

	private static Object cell(FieldType type, JsonNode value) {
		return switch (type) {
			case DATE_TIME -> Instant.parse(value.asString());
			case DATE -> LocalDate.parse(value.asString());
			case MULTIPLE_RECORD_LINKS -> new LinkedHashSet<>(strings(value));
			case MULTIPLE_SELECTS -> strings(value);
			case CHECKBOX -> value.asBoolean();
			case NUMBER, PERCENT, AUTO_NUMBER -> value.isIntegralNumber() ? (Object) value.asLong() : value.asDouble();
			default -> value.asString();
		};
	}

	private static Collection<String> strings(JsonNode values) {
		return values.valueStream().map(JsonNode::asString).toList();
	}

}
