package rei.sms.sandbox.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The pairs of a query string or of a form body, in the order in which they came.
 */
public record Parameters(List<Map.Entry<String, String>> pairs) {

	/**
	 * Reads {@code a=1&b=2}, percent-encoded.
	 */
	public static Parameters parse(@Nullable String encoded) {
		var pairs = new ArrayList<Map.Entry<String, String>>();
		for (String pair : (encoded != null) ? encoded.split("&") : new String[0]) {
			if (!pair.isEmpty()) {
				int equals = pair.indexOf('=');
				pairs.add(Map.entry(decode((equals < 0) ? pair : pair.substring(0, equals)),
						(equals < 0) ? "" : decode(pair.substring(equals + 1))));
			}
		}
		return new Parameters(List.copyOf(pairs));
	}

	/**
	 * Writes a form body.
	 */
	public static String encode(Map<String, String> form) {
		return form.entrySet()
			.stream()
			.map((pair) -> encode(pair.getKey()) + "=" + encode(pair.getValue()))
			.collect(Collectors.joining("&"));
	}

	public @Nullable String first(String name) {
		var all = all(name);
		return all.isEmpty() ? null : all.getFirst();
	}

	public List<String> all(String name) {
		return this.pairs.stream().filter((pair) -> pair.getKey().equals(name)).map(Map.Entry::getValue).toList();
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
