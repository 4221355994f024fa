package rei.sms.ops.api;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A body's fields: those of a JSON object, or else of a form. */
final class FieldsBody {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** Up to here every whole number has a {@code double} of its own. */
	private static final double LARGEST_WHOLE = 1L << 53;

	private FieldsBody() {
	}

	static Map<String, String> read(byte[] body, boolean isJson) {
		var text = text(body).strip();
		var looksLikeJson = text.startsWith("{") || text.startsWith("[");
		return (!text.isEmpty() && (isJson || looksLikeJson)) ? json(text) : form(body);
	}

	private static Map<String, String> json(String text) {
		var fields = new LinkedHashMap<String, String>();
		document(text).properties().forEach((field) -> {
			if (!field.getValue().isNull()) {
				fields.put(field.getKey(), value(field.getKey(), field.getValue()));
			}
		});
		return fields;
	}

	private static JsonNode document(String text) {
		try {
			var document = JSON.readTree(text);
			if (document.isObject()) {
				return document;
			}
		}
		catch (JacksonException ex) {
			throw unreadable("the body is not a JSON object");
		}
		throw unreadable("the body is not a JSON object");
	}

	private static String value(String name, JsonNode value) {
		if (!value.isValueNode()) {
			throw Refused.malformed(name + " must be a text, a number, true or false");
		}
		return isWhole(value) ? Long.toString((long) value.asDouble()) : value.asString();
	}

	/** Some programs write 5.0 for 5. */
	private static boolean isWhole(JsonNode value) {
		return value.isFloatingPointNumber() && Math.abs(value.asDouble()) <= LARGEST_WHOLE
				&& Math.rint(value.asDouble()) == value.asDouble();
	}

	private static Map<String, String> form(byte[] body) {
		var fields = new LinkedHashMap<String, String>();
		for (var pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
			var equals = pair.indexOf('=');
			if (equals > 0) {
				fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
			}
		}
		return fields;
	}

	private static String decoded(String text) {
		try {
			return text(URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
		}
		catch (IllegalArgumentException ex) {
			throw unreadable("the form has a broken percent-encoding");
		}
	}

	private static String text(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw unreadable("the body is not valid UTF-8");
		}
	}

	private static Refused unreadable(String detail) {
		return new Refused(HttpStatus.BAD_REQUEST, detail);
	}

}
