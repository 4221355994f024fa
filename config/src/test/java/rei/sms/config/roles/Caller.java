package rei.sms.config.roles;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls an engine over HTTP, with the token that its path asks for. */
public final class Caller {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final List<String> WEBHOOKS = List.of("/inbound", "/outbound", "/delivery", "/delivery/", "/status");

	private final HttpClient client = HttpClient.newHttpClient();

	private final String root;

	Caller(int port) {
		this.root = "http://127.0.0.1:" + port;
	}

	/** What came back. */
	public record Answer(int status, String body, String type, String policy) {

		/** The body as JSON. */
		public JsonNode json() {
			return JSON.readTree(this.body);
		}

		/** A field of the body as text. */
		public String text(String field) {
			return json().get(field).asString();
		}

	}

	/** Posts fields as a JSON object. */
	public Answer post(String path, Map<String, ?> fields) {
		return send(request(path).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(JSON.writeValueAsString(fields))));
	}

	/** Posts fields as a form. */
	public Answer form(String path, Map<String, String> fields) {
		return send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(encode(fields))));
	}

	/** Gets a page. */
	public Answer get(String path) {
		return send(request(path).GET());
	}

	/** Runs a job to its end. */
	public Answer run(String job) {
		var answer = post("/jobs/" + job, Map.of());
		if (answer.status() != 200 || !"COMPLETED".equals(answer.text("status"))) {
			throw new AssertionError(job + " answered " + answer);
		}
		return answer;
	}

	/** Calls without any token but those in {@code query} and {@code headers}. */
	public Answer knock(String method, String path, String query, Map<String, String> headers) {
		var request = HttpRequest.newBuilder(URI.create(this.root + path + query))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.method(method, BodyPublishers.noBody());
		headers.forEach(request::header);
		return send(request);
	}

	/** Posts a JSON document without any token but those in {@code headers}. */
	public Answer tell(String path, String document, Map<String, String> headers) {
		var request = HttpRequest.newBuilder(URI.create(this.root + path)).header("Content-Type", "application/json");
		headers.forEach(request::header);
		return send(request.POST(BodyPublishers.ofString(document)));
	}

	/** A value as a query holds it. */
	public static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private HttpRequest.Builder request(String path) {
		var token = WEBHOOKS.contains(path.replaceFirst("\\?.*", "")) ? House.WEBHOOK_TOKEN : House.CRON_TOKEN;
		return HttpRequest.newBuilder(URI.create(this.root + path)).header("Authorization", "Bearer " + token);
	}

	private Answer send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = this.client.send(request.build(), BodyHandlers.ofString());
			return new Answer(answer.statusCode(), answer.body(),
					answer.headers().firstValue("Content-Type").orElse(""),
					answer.headers().firstValue("Content-Security-Policy").orElse(""));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String encode(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
	}

}
