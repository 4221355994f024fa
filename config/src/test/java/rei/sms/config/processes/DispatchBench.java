package rei.sms.config.processes;

import java.time.Duration;
import java.util.Comparator;

import org.junit.jupiter.api.Test;

import rei.sms.sandbox.textgrid.Outcome;
import rei.sms.sandbox.textgrid.Text;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How many texts a second one process hands to a provider that answers in 50 ms, no rate
 * holding it back; {@code bench/dispatch} runs it.
 */
class DispatchBench {

	private static final int CONCURRENCY = 64;

	private static final int NUMBERS = 50;

	@Test
	void sendAtFullSpeed() throws InterruptedException {
		int texts = Bench.number("BENCH_TEXTS", 12_000);
		try (var stage = Stage.set().with("SEND_CONCURRENCY", String.valueOf(CONCURRENCY)).jvm("-Xmx512m")) {
			var cast = new Cast(stage);
			cast.numbers(NUMBERS);
			cast.queue(texts).forEach((phone) -> stage.provider().phone(phone, Outcome.SILENT));
			stage.jdbc().sql("ANALYZE").update();
			stage.provider().latency(Duration.ofMillis(50));
			stage.start("run", "campaign-send").exit();
			assertThat(stage.count("SELECT count(*) FROM outbox")).isZero();
			var perSecond = perSecond(stage, texts);
			System.out.printf("MEASURED %d texts from one process, %d in flight, provider 50 ms: %.0f a second%n",
					texts, CONCURRENCY, perSecond);
			assertThat(stage.provider().duplicates()).isZero();
			assertThat(perSecond).isGreaterThan(400);
		}
	}

	private static double perSecond(Stage stage, int texts) {
		var sent = stage.provider().texts();
		assertThat(sent).hasSize(texts);
		var first = sent.stream().map(Text::begun).min(Comparator.naturalOrder()).orElseThrow();
		var last = sent.stream().map(Text::accepted).max(Comparator.naturalOrder()).orElseThrow();
		return texts * 1000.0 / Duration.between(first, last).toMillis();
	}

}
