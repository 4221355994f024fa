package rei.sms.sandbox.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers a guess in the form that a JSON schema asks for.
 */
final class SchemaFiller {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private final Guess guess;

	SchemaFiller(Guess guess) {
		this.guess = guess;
	}

	/** A value that the schema allows; {@code name} is the property it is for. */
	JsonNode fill(String name, JsonNode schema) {
		if (schema.path("enum").isArray()) {
			return option(schema.path("enum"));
		}
		return switch (type(schema)) {
			case "object" -> object(schema);
			case "array" -> NODES.arrayNode();
			case "boolean" -> NODES.booleanNode(this.guess.optOut());
			case "integer" -> NODES.numberNode(1);
			case "number" -> NODES.numberNode(0.86);
			default -> NODES.stringNode(text(name.toLowerCase(Locale.ROOT)));
		};
	}

	private static String type(JsonNode schema) {
		JsonNode type = schema.path("type");
		return type.isArray() ? type.path(0).asString() : type.asString("string");
	}

	private ObjectNode object(JsonNode schema) {
		ObjectNode object = Json.object();
		for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
			object.set(property.getKey(), fill(property.getKey(), property.getValue()));
		}
		return object;
	}

	private JsonNode option(JsonNode options) {
		List<String> fitting = List.of(this.guess.aiIntent(), this.guess.intent());
		return options.valueStream()
			.filter((option) -> fitting.contains(option.asString("")))
			.findFirst()
			.orElse(options.path(0));
	}

	private String text(String name) {
		if (name.contains("summary") || name.contains("reason")) {
			return "The seller's text reads as " + this.guess.aiIntent() + ".";
		}
		return name.contains("intent") ? this.guess.aiIntent() : this.guess.reply();
	}

}
