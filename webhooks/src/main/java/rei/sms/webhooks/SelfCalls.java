package rei.sms.webhooks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Calls our own webhooks, as providers do, with messages that are only rehearsed. */
@Component
class SelfCalls {

	private static final int CALLERS = 8;

	/** Each sends so many to each webhook before the JVM is left to compile. */
	private static final int BURST = 50;

	/** With less the JVM has not yet seen what it has to compile. */
	private static final int LEAST = 5_000;

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final List<String> TEXTS = List.of("Yes, how much would you offer for it?", "no thanks",
			"Who is this and how did you get my number?",
			"It was my mother's house. We sold it last year, so there is nothing to talk about, sorry.",
			"Not right now, maybe text me again in the spring");

	private final WebhookProperties properties;

	private final Rehearsal rehearsal;

	private final Environment environment;

	private final AtomicInteger sent = new AtomicInteger();

	SelfCalls(WebhookProperties properties, Rehearsal rehearsal, Environment environment) {
		this.properties = properties;
		this.rehearsal = rehearsal;
		this.environment = environment;
	}

	/** Calls until the JVM has compiled what the calls run through, or time is up. */
	void run(Instant end) {
		var compiler = ManagementFactory.getCompilationMXBean();
		boolean busy = true;
		while (Instant.now().isBefore(end) && (busy || this.sent.get() < LEAST)) {
			long begun = System.nanoTime();
			long compiled = compiled(compiler);
			burst(end);
			pause();
			busy = compiled(compiler) - compiled > Duration.ofNanos(System.nanoTime() - begun).toMillis() / 5;
		}
	}

	/** How long it compiled so far, in milliseconds. */
	private static long compiled(CompilationMXBean compiler) {
		return (compiler != null && compiler.isCompilationTimeMonitoringSupported())
				? compiler.getTotalCompilationTime() : 0;
	}

	private void burst(Instant end) {
		try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = IntStream.range(0, CALLERS)
				.mapToObj((_) -> CompletableFuture.runAsync(() -> callOften(end), callers))
				.toArray(CompletableFuture<?>[]::new);
			CompletableFuture.allOf(calls).join();
		}
	}

	private void callOften(Instant end) {
		for (int i = 0; i < BURST && Instant.now().isBefore(end); i++) {
			int number = this.sent.incrementAndGet();
			var form = "MessageSid=" + this.rehearsal.sid(number) + "&From=%2B12025550100&To=%2B12025550101&Body="
					+ URLEncoder.encode(TEXTS.get(number % TEXTS.size()), StandardCharsets.UTF_8);
			call("/inbound", form);
			call("/outbound", form);
			call("/delivery", form + "&MessageStatus=sent");
		}
	}

	private void call(String path, String form) {
		var body = form.getBytes(StandardCharsets.UTF_8);
		try {
			var call = (HttpURLConnection) own(path).toURL().openConnection();
			call.setDoOutput(true);
			call.setRequestProperty("x-webhook-token", this.properties.token());
			call.setRequestProperty(Signature.HEADER, this.properties.signature().of(path, body));
			call.getOutputStream().write(body);
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

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
