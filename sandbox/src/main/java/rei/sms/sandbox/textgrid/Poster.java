package rei.sms.sandbox.textgrid;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.http.Outgoing;
import rei.sms.sandbox.http.Parameters;

/**
 * Posts TextGrid's webhooks: forms, signed when there is a secret, repeated while the
 * receiver fails.
 */
final class Poster implements AutoCloseable {

	private static final Outgoing.Retries RETRIES = new Outgoing.Retries(7, Duration.ofMillis(500));

	private final Outgoing outgoing = new Outgoing(RETRIES);

	private final @Nullable String secret;

	Poster(@Nullable String secret) {
		this.secret = secret;
	}

	CompletableFuture<Void> post(String url, Map<String, String> form, IntConsumer answered) {
		String body = Parameters.encode(form);
		var headers = new LinkedHashMap<String, String>();
		headers.put("Content-Type", "application/x-www-form-urlencoded");
		if (this.secret != null) {
			headers.put("X-TextGrid-Signature", Signature.of(this.secret, url, body));
		}
		return this.outgoing.post(url, headers, body, answered);
	}

	void later(Duration delay, Runnable work) {
		this.outgoing.later(delay, work);
	}

	@Override
	public void close() {
		this.outgoing.close();
	}

}
