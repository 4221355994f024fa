package rei.sms.sandbox.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The stand-ins' JSON.
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	public static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	/**
	 * Reads a text; what isn't JSON is the missing node.
	 */
	public static JsonNode parse(String text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (JacksonException ex) {
			return JsonNodeFactory.instance.missingNode();
		}
	}

	/**
	 * Maps, lists, records and plain values as a tree.
	 */
	public static JsonNode tree(Object value) {
		return MAPPER.valueToTree(value);
	}

	/**
	 * A tree as an object of that type.
	 */
	public static <T> T as(Class<T> type, JsonNode tree) {
		return MAPPER.treeToValue(tree, type);
	}

}
