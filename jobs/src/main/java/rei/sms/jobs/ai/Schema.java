package rei.sms.jobs.ai;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks an answer against the part of JSON schema that our questions use. */
final class Schema {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final JsonNode schema;

	private Schema(JsonNode schema) {
		this.schema = schema;
	}

	static Schema of(String schema) {
		return new Schema(MAPPER.readTree(schema));
	}

	/**
	 * Whether an answer has each required property, of its type and among its options.
	 */
	boolean allows(JsonNode answer) {
		return answer.isObject()
				&& this.schema.path("required").valueStream().allMatch((name) -> answer.has(name.asString()))
				&& answer.properties().stream().allMatch((entry) -> allows(entry.getKey(), entry.getValue()));
	}

	/** The one text that is asked for, if that is all. */
	Optional<String> onlyText() {
		var properties = this.schema.path("properties");
		return properties.propertyNames()
			.stream()
			.filter((name) -> properties.size() == 1
					&& properties.path(name).path("type").asString("").equals("string"))
			.filter((name) -> properties.path(name).path("enum").isMissingNode())
			.findFirst();
	}

	private boolean allows(String name, JsonNode value) {
		var property = this.schema.path("properties").path(name);
		if (property.isMissingNode()) {
			return this.schema.path("additionalProperties").asBoolean(true);
		}
		return isOfType(value, property.path("type").asString("string")) && isOption(value, property.path("enum"));
	}

	private static boolean isOfType(JsonNode value, String type) {
		return switch (type) {
			case "string" -> value.isString();
			case "boolean" -> value.isBoolean();
			case "number" -> value.isNumber();
			default -> false;
		};
	}

	private static boolean isOption(JsonNode value, JsonNode options) {
		return options.isMissingNode() || options.valueStream().anyMatch(value::equals);
	}

}
