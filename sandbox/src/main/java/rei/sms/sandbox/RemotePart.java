package rei.sms.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * A stand-in that another process runs.
 *
 * @param authorization the header that opens it
 */
record RemotePart<A>(A access, String url, String authorization) implements Part<A> {

	private static final HttpClient CLIENT = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

	/** Whether the other process answers. */
	boolean isThere() {
		return view().isObject();
	}

	@Override
	public JsonNode view() {
		return Json.parse(call("GET", "/-/view", ""));
	}

	@Override
	public void inboundUrl(String url) {
		call("PUT", "/-/inbound-url", url);
	}

	@Override
	public void close() {
		// It goes on for the others.
	}

	private String call(String method, String path, String body) {
		var request = HttpRequest.newBuilder(URI.create(this.url + path))
			.timeout(Duration.ofSeconds(5))
			.header("Authorization", this.authorization)
			.method(method, BodyPublishers.ofString(body))
			.build();
		try {
			HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
			return (response.statusCode() == 200) ? response.body() : "";
		}
		catch (IOException ex) {
			return "";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "";
		}
	}

}
