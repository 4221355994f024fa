package rei.sms.config.processes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import rei.sms.sandbox.textgrid.Outcome;
import rei.sms.sandbox.textgrid.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Ten minutes of three processes with more to send than the rates allow;
 * {@code bench/rates} runs it. It takes its minutes: what is proven is time.
 */
class RatesBench {

	private static final int NUMBERS = 10;

	private static final int PER_NUMBER = 20;

	private static final int GLOBAL = 150;

	/** Two numbers that may send little today. */
	private static final int SMALL_DAY = 60;

	@Test
	void noRateIsExceededAndTheGlobalOneIsUsedUp() {
		var length = Duration.ofMinutes(Bench.number("BENCH_MINUTES", 10));
		try (var stage = Stage.set()
			.with("RATE_PER_NUMBER_PER_MIN", String.valueOf(PER_NUMBER))
			.with("GLOBAL_RATE_PER_MIN", String.valueOf(GLOBAL))) {
			var cast = new Cast(stage);
			cast.numbers(NUMBERS);
			stage.jdbc()
				.sql("UPDATE number SET daily_limit = :limit WHERE phone IN (SELECT phone FROM number ORDER BY phone LIMIT 2)")
				.param("limit", SMALL_DAY)
				.update();
			cast.queue(GLOBAL * (int) length.toMinutes() * 2)
				.forEach((phone) -> stage.provider().phone(phone, Outcome.SILENT));
			IntStream.range(0, 3).mapToObj((n) -> stage.start("worker")).toList().forEach(EngineProcess::ready);
			await().atMost(Duration.ofMinutes(1)).until(() -> !stage.provider().texts().isEmpty());
			var begin = stage.provider().texts().getFirst().begun();
			await().pollInterval(Duration.ofSeconds(1))
				.atMost(length.plusMinutes(1))
				.until(() -> Instant.now().isAfter(begin.plus(length)));
			judge(stage.provider().texts(), begin, length);
		}
	}

	private static void judge(List<Text> all, Instant begin, Duration length) {
		var texts = all.stream().filter((text) -> text.begun().isBefore(begin.plus(length))).toList();
		var byNumber = texts.stream().collect(Collectors.groupingBy(Text::from));
		var used = texts.stream().mapToInt(RatesBench::segments).sum() / (GLOBAL * (double) length.toMinutes());
		var numberMost = byNumber.values().stream().mapToInt(RatesBench::mostInAMinute).max().orElseThrow();
		System.out.printf(
				"MEASURED %s, 3 processes, %d numbers: %d texts; in any 60 s at most %d of %d segments in all "
						+ "and %d of %d from a number; the global rate used to %.1f %%; days %s%n",
				length, byNumber.size(), texts.size(), mostInAMinute(texts), GLOBAL, numberMost, PER_NUMBER, 100 * used,
				days(byNumber));
		assertThat(mostInAMinute(texts)).isLessThanOrEqualTo(GLOBAL);
		assertThat(numberMost).isLessThanOrEqualTo(PER_NUMBER);
		assertThat(byNumber.entrySet().stream().sorted(Map.Entry.comparingByKey()).limit(2))
			.allSatisfy((number) -> assertThat(number.getValue()).hasSizeLessThanOrEqualTo(SMALL_DAY));
		assertThat(used).isGreaterThanOrEqualTo(0.95);
	}

	private static Map<Integer, Long> days(Map<String, List<Text>> byNumber) {
		return byNumber.values()
			.stream()
			.map(List::size)
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
	}

	/** The most segments that began within any 60 seconds. */
	private static int mostInAMinute(List<Text> texts) {
		Deque<Text> window = new ArrayDeque<>();
		int most = 0;
		int now = 0;
		for (var text : texts.stream().sorted(Comparator.comparing(Text::begun)).toList()) {
			window.add(text);
			now += segments(text);
			while (!window.getFirst().begun().isAfter(text.begun().minusSeconds(60))) {
				now -= segments(window.removeFirst());
			}
			most = Math.max(most, now);
		}
		return most;
	}

	private static int segments(Text text) {
		return (text.body().length() > 160) ? 2 : 1;
	}

}
