package rei.sms.sandbox.sellers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * Everything sellers know to write; all invented.
 */
final class Replies {

	private final List<Reply> replies;

	private Replies(List<Reply> replies) {
		this.replies = replies;
	}

	/** Read at the first text that reaches a phone. */
	static Replies all() {
		return Loaded.ALL;
	}

	private static Replies load() {
		var stream = Objects.requireNonNull(Replies.class.getResourceAsStream("/rei/sms/sandbox/intents-dev.jsonl"));
		try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
			return new Replies(reader.lines().map(Json::parse).map(Replies::reply).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** One of the texts that fit; the same for the same draw. */
	Reply draw(RandomGenerator random, Predicate<Reply> fits) {
		List<Reply> fitting = this.replies.stream().filter(fits).toList();
		return fitting.get(random.nextInt(fitting.size()));
	}

	/** Whether somebody who wrote this writes no more: a stop, or a wrong number. */
	boolean isFinal(String text) {
		return this.replies.stream()
			.anyMatch((reply) -> reply.text().equals(text) && (reply.optOut() || reply.isWrongNumber()));
	}

	private static Reply reply(JsonNode line) {
		return new Reply(line.path("text").asString(), line.path("ai_intent").asString(),
				line.path("intent").asString(), line.path("opt_out").asBoolean(), line.path("context").asString());
	}

	private static final class Loaded {

		private static final Replies ALL = load();

	}

}
