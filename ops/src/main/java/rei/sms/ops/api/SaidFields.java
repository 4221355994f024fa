package rei.sms.ops.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/**
 * What a request says in its body and its query, by names without case, {@code _} and
 * {@code -}; the body's word counts first. What cannot be kept is refused.
 */
final class SaidFields {

	private static final int LARGEST = 64 * 1024;

	private SaidFields() {
	}

	/**
	 * Reads all of them. A body is what it looks like, whatever its header calls it: a
	 * field that is passed over would let a pause of one market stop everything.
	 */
	static Map<String, String[]> of(HttpServletRequest request) throws IOException {
		var fields = new LinkedHashMap<String, String[]>();
		var type = (request.getContentType() != null) ? request.getContentType().toLowerCase(Locale.ROOT) : "";
		if (!type.startsWith("multipart/")) {
			FieldsBody.read(bytes(request), type.contains("json"))
				.forEach((name, value) -> fields.putIfAbsent(key(name), new String[] { value }));
		}
		request.getParameterMap().forEach((name, values) -> fields.putIfAbsent(key(name), values));
		fields.forEach(SaidFields::check);
		return fields;
	}

	static String key(String name) {
		return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
	}

	private static byte[] bytes(HttpServletRequest request) throws IOException {
		var body = request.getInputStream().readNBytes(LARGEST + 1);
		if (body.length > LARGEST) {
			throw new Refused(HttpStatus.CONTENT_TOO_LARGE, "the body is larger than 64 KiB");
		}
		return body;
	}

	/** PostgreSQL keeps no NUL, and UTF-8 knows no half of a surrogate pair. */
	private static void check(String name, String[] values) {
		if (!Stream.of(values).filter(Objects::nonNull).allMatch(SaidFields::canBeKept)) {
			throw Refused.malformed(name + " has a character that is none");
		}
	}

	private static boolean canBeKept(String value) {
		return value.codePoints()
			.noneMatch((c) -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
	}

}
