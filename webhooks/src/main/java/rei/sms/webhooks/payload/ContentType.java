package rei.sms.webhooks.payload;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What a body is written in, as far as its header can be trusted.
 *
 * @param json whether the header says JSON
 */
record ContentType(boolean json, Charset charset) {

	private static final Set<String> READABLE = Set.of("", "application/x-www-form-urlencoded", "text/plain",
			"application/octet-stream");

	static ContentType of(@Nullable String header) {
		var parts = ((header != null) ? header : "").toLowerCase(Locale.ROOT).split(";");
		var type = (parts.length > 0) ? parts[0].strip() : "";
		var json = type.equals("application/json") || type.endsWith("+json") || type.equals("text/json");
		if (!json && !READABLE.contains(type)) {
			throw unreadable("The body must be JSON or a form");
		}
		return new ContentType(json, charset(parts));
	}

	private static Charset charset(String[] parts) {
		for (var part : parts) {
			var parameter = part.strip();
			if (parameter.startsWith("charset=")) {
				return named(parameter.substring("charset=".length()).replace("\"", "").strip());
			}
		}
		return StandardCharsets.UTF_8;
	}

	private static Charset named(String name) {
		return switch (name) {
			case "utf-8", "utf8", "us-ascii", "ascii", "" -> StandardCharsets.UTF_8;
			case "iso-8859-1", "latin1", "windows-1252", "cp1252" -> Charset.forName("windows-1252");
			default -> throw unreadable("The body's charset is neither UTF-8 nor Latin-1");
		};
	}

	private static Refusal unreadable(String detail) {
		return new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail);
	}

}
