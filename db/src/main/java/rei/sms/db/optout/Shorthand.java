package rei.sms.db.optout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How people who text spell their words. */
final class Shorthand {

	private Shorthand() {
	}

	/** From each spelling to the word that is meant. */
	static Map<String, String> read(String table) {
		var file = Objects.requireNonNull(Shorthand.class.getResourceAsStream(table), table);
		try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			return lines.lines()
				.filter((line) -> !line.startsWith("#"))
				.map((line) -> line.split(" "))
				.flatMap((words) -> Arrays.stream(words).skip(1).map((spelling) -> Map.entry(spelling, words[0])))
				.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
