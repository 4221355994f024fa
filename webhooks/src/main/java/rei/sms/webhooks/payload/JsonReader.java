package rei.sms.webhooks.payload;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON object's own texts, numbers and truth values, and the texts of its
 * arrays; what is nested deeper is passed over.
 */
final class JsonReader {

	private static final JsonFactory JSON = new JsonFactory();

	private JsonReader() {
	}

	static void read(String json, PayloadBuilder into) {
		try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw Refusal.malformed("The body is not a JSON object");
			}
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				var key = Field.key(parser.currentName());
				property(key, parser.nextToken(), parser, into);
			}
			if (parser.nextToken() != null) {
				throw Refusal.malformed("The body goes on after its JSON object");
			}
		}
		catch (JacksonException ex) {
			throw Refusal.malformed("The body is not valid JSON");
		}
	}

	private static void property(String key, JsonToken value, JsonParser parser, PayloadBuilder into) {
		if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
			into.put(key, parser.getString());
		}
		else if (value == JsonToken.START_ARRAY) {
			array(key, parser, into);
		}
		else if (value == JsonToken.START_OBJECT) {
			parser.skipChildren();
		}
	}

	private static void array(String key, JsonParser parser, PayloadBuilder into) {
		for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
			if (token == JsonToken.VALUE_STRING) {
				into.put(key, parser.getString());
			}
			else {
				parser.skipChildren();
			}
		}
	}

}
