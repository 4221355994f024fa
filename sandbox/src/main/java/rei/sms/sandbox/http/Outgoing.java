package rei.sms.sandbox.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Calls the stand-ins make themselves: webhooks, now or later, tried again while the
 * receiver fails.
 */
public final class Outgoing implements AutoCloseable {

	/** Stands for a status when nobody answered. */
	public static final int UNREACHABLE = 0;

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sandbox-outgoing").factory());

	private final Retries retries;

	public Outgoing(Retries retries) {
		this.retries = retries;
	}

	/**
	 * Runs something later.
	 */
	public void later(Duration delay, Runnable work) {
		if (!this.timer.isShutdown()) {
			var _ = this.timer.schedule(() -> Thread.ofVirtual().start(work), delay.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	/**
	 * Posts a body and tells each answer's status; 5xx and silence are tried again.
	 * @return done when the first attempt was answered or met nobody
	 */
	public CompletableFuture<Void> post(String url, Map<String, String> headers, String body, IntConsumer answered) {
		return post(url, headers, body, answered, 1);
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	private CompletableFuture<Void> post(String url, Map<String, String> headers, String body, IntConsumer answered,
			int attempt) {
		var request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
		headers.forEach(request::header);
		return Client.SHARED.sendAsync(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.discarding())
			.handle((response, failure) -> (failure != null) ? UNREACHABLE : response.statusCode())
			.thenAccept((status) -> {
				answered.accept(status);
				if ((status == UNREACHABLE || status >= 500) && attempt < this.retries.attempts()) {
					later(this.retries.delay().multipliedBy(1L << (attempt - 1)), () -> {
						var _ = post(url, headers, body, answered, attempt + 1);
					});
				}
			});
	}

	/**
	 * How often a failed call is made in all, and how long after the first; the delay
	 * doubles each time.
	 */
	public record Retries(int attempts, Duration delay) {

	}

	/** Loaded at the first call: most tests make none. */
	private static final class Client {

		private static final HttpClient SHARED = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(5))
			.executor(Executors.newVirtualThreadPerTaskExecutor())
			.build();

	}

}
