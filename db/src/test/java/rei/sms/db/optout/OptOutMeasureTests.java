package rei.sms.db.optout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Measures the reader on replies that it has not been trained on. */
class OptOutMeasureTests {

	private final OptOutReader reader = OptOutReader.load();

	@Test
	void findsStopsInRepliesItHasNotRead() throws IOException {
		List<JsonNode> replies = replies();
		long asked = replies.stream().filter((reply) -> reply.path("opt_out").asBoolean()).count();
		long suppressed = replies.stream().filter(this::isStop).count();
		long both = replies.stream().filter((reply) -> reply.path("opt_out").asBoolean() && isStop(reply)).count();
		assertThat((double) both / asked).as("recall").isGreaterThanOrEqualTo(0.97);
		assertThat((double) both / suppressed).as("precision").isGreaterThanOrEqualTo(0.96);
	}

	@Test
	void readsAMessageWithinAMillisecondOfProcessorTime() throws IOException {
		List<JsonNode> replies = replies();
		replies.forEach(this::isStop);
		ThreadMXBean threads = ManagementFactory.getThreadMXBean();
		long begun = threads.getCurrentThreadCpuTime();
		replies.forEach(this::isStop);
		assertThat((threads.getCurrentThreadCpuTime() - begun) / 1e6 / replies.size()).isLessThan(1);
	}

	private boolean isStop(JsonNode reply) {
		return this.reader.read(reply.path("text").asString()) instanceof Request.Stop;
	}

	private static List<JsonNode> replies() throws IOException {
		var json = new JsonMapper();
		var file = Objects
			.requireNonNull(OptOutMeasureTests.class.getResourceAsStream("/rei/sms/sandbox/intents-dev.jsonl"));
		try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			return lines.lines().map(json::readTree).toList();
		}
	}

}
