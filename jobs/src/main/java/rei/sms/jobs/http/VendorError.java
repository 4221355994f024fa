package rei.sms.jobs.http;

import java.io.Serializable;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What a vendor said was wrong, read from any of the shapes in use: an {@code error}
 * object or word, a list of {@code errors}, or {@code code} and {@code message}.
 *
 * @param type the vendor's name or number of the error, empty when it gave none
 * @param message the vendor's words, which may quote what was sent: show them, never log
 * them
 */
public record VendorError(String type, String message) implements Serializable {

	/** The vendor gave no reason that can be read. */
	public static final VendorError NONE = new VendorError("", "");

	private static final int LONGEST = 1000;

	private static final Predicate<String> NAME = Pattern.compile("[\\w.:-]{1,80}").asMatchPredicate();

	private static final Pattern FIELD = Pattern.compile("(?i)\\b(?:field|column)(?: name)?:? [\"“]([^\"”]+)[\"”]");

	/** The field that the vendor complains about, if its words name one. */
	public Optional<String> field() {
		var matcher = FIELD.matcher(this.message);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	/** Reads an error document. */
	public static VendorError read(JsonNode document) {
		var errors = document.path("errors");
		if (errors.isArray() && !errors.isEmpty()) {
			return one(errors.path(0));
		}
		return document.path("error").isObject() ? one(document.path("error")) : one(document);
	}

	private static VendorError one(JsonNode error) {
		if (error.isString()) {
			return new VendorError("", shortened(error.asString()));
		}
		return new VendorError(first(error, NAME, "type", "code", "error_code", "error"),
				first(error, (text) -> !text.isBlank(), "message", "detail", "error_message", "error"));
	}

	private static String first(JsonNode error, Predicate<String> wanted, String... names) {
		return Stream.of(names)
			.map(error::path)
			.filter((value) -> value.isString() || value.isNumber())
			.map(JsonNode::asString)
			.filter(wanted)
			.findFirst()
			.map(VendorError::shortened)
			.orElse("");
	}

	private static String shortened(String text) {
		return (text.length() <= LONGEST) ? text : text.substring(0, LONGEST);
	}

}
