package rei.sms.jobs.intent.classifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The labelled replies that are for measuring only: no model of a build has read them.
 */
final class Measured {

	private static final String FILE = "/rei/sms/sandbox/intents-dev.jsonl";

	private Measured() {
	}

	static List<Example> replies() {
		var file = Objects.requireNonNull(Measured.class.getResourceAsStream(FILE), FILE);
		try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			return lines.lines().map((line) -> Examples.parse(line, "measured")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
