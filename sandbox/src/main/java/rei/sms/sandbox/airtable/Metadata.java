package rei.sms.sandbox.airtable;

import java.util.Collection;
import java.util.stream.Stream;

import rei.sms.sandbox.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the metadata API tells of bases, tables, fields and options.
 */
final class Metadata {

	private Metadata() {
	}

	static ObjectNode bases(Collection<Base> bases) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("bases");
		bases.forEach((base) -> list.addObject()
			.put("id", base.id())
			.put("name", base.name())
			.put("permissionLevel", "create"));
		return answer;
	}

	static ObjectNode tables(Base base) {
		ObjectNode answer = Json.object();
		ArrayNode list = answer.putArray("tables");
		base.tables().forEach((table) -> describe(base, table, list.addObject()));
		return answer;
	}

	private static void describe(Base base, Table table, ObjectNode node) {
		node.put("id", table.id()).put("name", table.name()).put("primaryFieldId", table.fieldId(table.primary()));
		ArrayNode fields = node.putArray("fields");
		table.fields().forEach((field) -> {
			ObjectNode one = fields.addObject();
			one.put("id", table.fieldId(field)).put("name", field.name()).put("type", field.type().word());
			describe(base, table, field, one);
		});
		ArrayNode views = node.putArray("views");
		Stream.concat(Stream.of(Table.GRID_VIEW), table.views().keySet().stream())
			.forEach((view) -> views.addObject()
				.put("id", Ids.of("viw", table.id() + "/" + view))
				.put("name", view)
				.put("type", "grid"));
	}

	private static void describe(Base base, Table table, FieldSpec field, ObjectNode node) {
		switch (field.type()) {
			case SINGLE_SELECT, MULTIPLE_SELECTS -> {
				ArrayNode choices = node.putObject("options").putArray("choices");
				field.options()
					.forEach((option) -> choices.addObject()
						.put("id", Ids.of("sel", table.fieldId(field) + "/" + option))
						.put("name", option));
			}
			case MULTIPLE_RECORD_LINKS -> {
				Table target = base.table(field.target());
				node.putObject("options")
					.put("linkedTableId", target.id())
					.put("isReversed", false)
					.put("prefersSingleRecordLink", false)
					.put("inverseLinkFieldId", target.fieldId(target.field(field.other())));
			}
			case MULTIPLE_LOOKUP_VALUES, COUNT -> {
				FieldSpec link = table.field(field.target());
				ObjectNode options = node.putObject("options").put("isValid", true);
				options.put("recordLinkFieldId", table.fieldId(link));
				if (field.type() == FieldType.MULTIPLE_LOOKUP_VALUES) {
					Table target = base.table(link.target());
					options.put("fieldIdInLinkedTable", target.fieldId(target.field(field.other())));
				}
			}
			case FORMULA -> node.putObject("options").put("isValid", true).put("formula", field.target());
			case NUMBER, PERCENT -> node.putObject("options").put("precision", 0);
			case CHECKBOX -> node.putObject("options").put("icon", "check").put("color", "greenBright");
			case DATE_TIME -> dateFormat(node.putObject("options")).put("timeZone", "utc")
				.set("timeFormat", Json.object().put("name", "24hour").put("format", "HH:mm"));
			case DATE -> dateFormat(node.putObject("options"));
			default -> {
			}
		}
	}

	private static ObjectNode dateFormat(ObjectNode options) {
		options.putObject("dateFormat").put("name", "iso").put("format", "YYYY-MM-DD");
		return options;
	}

}
