package rei.sms.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One request as a stand-in sees it.
 *
 * @param target path and query exactly as sent
 * @param headers by lower-case name
 */
public record Request(String method, String target, Map<String, String> headers, String body, Arrival arrival) {

	/**
	 * The decoded parts of the path: an encoded slash stays inside its part.
	 */
	public List<String> path() {
		return Arrays.stream(rawPath().split("/"))
			.filter((part) -> !part.isEmpty())
			.map((part) -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
			.toList();
	}

	/**
	 * The path without its query, as sent.
	 */
	public String rawPath() {
		int query = this.target.indexOf('?');
		return (query < 0) ? this.target : this.target.substring(0, query);
	}

	public Parameters query() {
		int query = this.target.indexOf('?');
		return Parameters.parse((query < 0) ? null : this.target.substring(query + 1));
	}

	public Parameters form() {
		return Parameters.parse(this.body);
	}

	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

}
