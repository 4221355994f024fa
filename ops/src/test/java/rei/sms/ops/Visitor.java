package rei.sms.ops;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps cookies and runs no script. */
class Visitor {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([0-9a-f]{64})\"");

	private final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

	private final String engine;

	private String formToken = "";

	Visitor(int port) {
		this.engine = "http://127.0.0.1:" + port;
	}

	static Visitor signedIn(int port) {
		var visitor = new Visitor(port);
		visitor.get("/ops/sign-in");
		visitor.post("/ops/sign-in", Map.of("user", "ops", "password", TestPages.PASSWORD));
		visitor.get("/ops/threads");
		return visitor;
	}

	HttpResponse<String> get(String path) {
		var response = send(request(path).header("Accept", "text/html").GET());
		var token = TOKEN.matcher(response.body());
		if (token.find()) {
			this.formToken = token.group(1);
		}
		return response;
	}

	String page(String path) {
		var response = get(path);
		if (response.statusCode() != 200) {
			throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
		}
		return response.body();
	}

	HttpResponse<String> post(String path, Map<String, String> fields) {
		var all = new LinkedHashMap<>(fields);
		all.putIfAbsent("_csrf", this.formToken);
		return postPlain(path, all);
	}

	/** Where the answer to a form leads. */
	String press(String path, Map<String, String> fields) {
		return post(path, fields).headers().firstValue("Location").orElse("nowhere");
	}

	HttpResponse<String> postPlain(String path, Map<String, String> fields, String... headers) {
		var form = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		var request = request(path).header("Content-Type", "application/x-www-form-urlencoded")
			.header("Accept", "text/html")
			.POST(HttpRequest.BodyPublishers.ofString(form));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** What is answered bit by bit. */
	InputStream stream(String path) {
		try {
			return this.client.send(request(path).build(), BodyHandlers.ofInputStream()).body();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.engine + path));
	}

}
