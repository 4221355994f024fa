package rei.sms.sandbox.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * A client with one header set, for tests of stand-ins.
 */
public final class Caller {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final String url;

	private final String authorization;

	public Caller(String url, String authorization) {
		this.url = url;
		this.authorization = authorization;
	}

	public Reply get(String path) {
		return call("GET", path, "");
	}

	public Reply call(String method, String path, String json) {
		return call(method, path, json, "application/json");
	}

	public Reply form(String path, String... pairs) {
		var form = new LinkedHashMap<String, String>();
		for (int i = 0; i < pairs.length; i += 2) {
			form.put(pairs[i], pairs[i + 1]);
		}
		return call("POST", path, Parameters.encode(form), "application/x-www-form-urlencoded");
	}

	public static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private Reply call(String method, String path, String body, String contentType) {
		var request = HttpRequest.newBuilder(URI.create(this.url + path))
			.header("Authorization", this.authorization)
			.header("Content-Type", contentType)
			.method(method, BodyPublishers.ofString(body))
			.build();
		try {
			HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
			return new Reply(response.statusCode(), response.body(),
					response.headers()
						.map()
						.entrySet()
						.stream()
						.collect(java.util.stream.Collectors.toMap(Map.Entry::getKey,
								(header) -> header.getValue().getFirst())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What came back.
	 */
	public record Reply(int status, String body, Map<String, String> headers) {

		public JsonNode json() {
			return Json.parse(this.body);
		}

	}

}
