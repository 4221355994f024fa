package rei.sms.config.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import static org.awaitility.Awaitility.await;

/**
 * Sellers say STOP over HTTP while worker processes send to them at full speed. What the
 * provider saw begin is held against the moment at which each STOP was acknowledged.
 */
final class StopRace implements AutoCloseable {

	private static final Duration LATENCY = Duration.ofMillis(40);

	/** The stops come from the first text on, while the others go out. */
	private static final int SPREAD_MILLIS = 500;

	private final Stage stage = Stage.set();

	private final Cast cast = new Cast(this.stage);

	private final Seller seller = new Seller(this.stage.inboundUrl());

	private final Random random;

	StopRace(int workers, long seed) {
		this.random = new Random(seed);
		this.cast.numbers(1);
		this.stage.provider().latency(LATENCY);
		var processes = IntStream.rangeClosed(0, workers)
			.mapToObj((n) -> this.stage.start((n == 0) ? "serve" : "worker"))
			.toList();
		processes.forEach(EngineProcess::ready);
	}

	/** One round with so many sellers. */
	Round run(int sellers) {
		int before = this.stage.provider().texts().size();
		var phones = this.cast.queue(sellers);
		this.cast.call();
		await().pollInterval(Duration.ofMillis(5)).until(() -> this.stage.provider().texts().size() > before);
		var acknowledged = stopAll(phones);
		await().atMost(Duration.ofMinutes(1)).until(() -> this.stage.count("SELECT count(*) FROM outbox") == 0);
		var sent = phones.stream().filter((phone) -> !this.stage.provider().textsTo(phone).isEmpty()).toList();
		var late = sent.stream().filter((phone) -> isLate(phone, acknowledged)).toList();
		return new Round(acknowledged.size(), sent.size(), late);
	}

	private boolean isLate(String phone, Map<String, Instant> acknowledged) {
		return this.stage.provider()
			.textsTo(phone)
			.stream()
			.anyMatch((text) -> !text.begun().isBefore(acknowledged.get(phone)));
	}

	private Map<String, Instant> stopAll(List<String> phones) {
		var acknowledged = new ConcurrentHashMap<String, Instant>();
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var stops = phones.stream()
				.map((phone) -> CompletableFuture.runAsync(() -> stop(phone, acknowledged), later(threads)))
				.toList();
			stops.forEach((stop) -> stop.orTimeout(2, TimeUnit.MINUTES).join());
		}
		return acknowledged;
	}

	private Executor later(Executor threads) {
		return CompletableFuture.delayedExecutor(this.random.nextInt(SPREAD_MILLIS), TimeUnit.MILLISECONDS, threads);
	}

	private void stop(String phone, Map<String, Instant> acknowledged) {
		if (this.seller.says(phone, "STOP") == 200) {
			acknowledged.put(phone, Instant.now());
		}
	}

	@Override
	public void close() {
		this.stage.close();
	}

	/**
	 * How one round went.
	 *
	 * @param sent sellers whose text went before their STOP was acknowledged
	 * @param late sellers to whom a call began afterwards
	 */
	record Round(int acknowledged, int sent, List<String> late) {
	}

}
