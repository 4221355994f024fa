package rei.sms.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Calls our own webhooks with messages that lack a sender: read, signed, and refused. */
@Component
class SelfCalls {

	private static final List<String> PATHS = List.of("/inbound", "/outbound", "/delivery");

	private static final int CALLERS = 4;

	private static final byte[] BODY = "MessageSid=rehearsal&To=%2B12025550100&Body=Who+is+this%3F&MessageStatus=sent"
		.getBytes(StandardCharsets.UTF_8);

	private final WebhookProperties properties;

	private final Environment environment;

	SelfCalls(WebhookProperties properties, Environment environment) {
		this.properties = properties;
		this.environment = environment;
	}

	/** Several at once, as providers call. */
	void run(Instant end) {
		try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = IntStream.range(0, CALLERS)
				.mapToObj((_) -> CompletableFuture.runAsync(() -> callUntil(end), callers))
				.toArray(CompletableFuture<?>[]::new);
			CompletableFuture.allOf(calls).join();
		}
	}

	private void callUntil(Instant end) {
		while (Instant.now().isBefore(end)) {
			PATHS.forEach(this::call);
		}
	}

	private void call(String path) {
		try {
			var call = (HttpURLConnection) own(path).toURL().openConnection();
			call.setDoOutput(true);
			call.setRequestProperty("x-webhook-token", this.properties.token());
			call.setRequestProperty(Signature.HEADER, this.properties.signature().of(path, BODY));
			call.getOutputStream().write(BODY);
			drain(call);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private URI own(String path) {
		return URI.create("http://127.0.0.1:" + this.environment.getRequiredProperty("local.server.port") + path);
	}

	/** A connection is used again only when its answer was read. */
	private static void drain(HttpURLConnection call) throws IOException {
		try (var answer = (call.getResponseCode() < 400) ? call.getInputStream() : call.getErrorStream()) {
			answer.readAllBytes();
		}
	}

}
