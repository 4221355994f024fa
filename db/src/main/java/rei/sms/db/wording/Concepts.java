package rei.sms.db.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What single words are about, English and Spanish alike: "erase" and "borre" are one
 * concept, so what was learned of one holds for the other.
 */
final class Concepts {

	private static final Concepts ALL = load();

	private final Map<String, List<String>> words = new HashMap<>();

	private final Map<String, List<String>> beginnings = new HashMap<>();

	private Concepts() {
	}

	/** The concepts of a word, or none. */
	static List<String> of(String word) {
		return ALL.find(word);
	}

	private List<String> find(String word) {
		List<String> whole = this.words.get(word);
		if (whole != null) {
			return whole;
		}
		for (int length = word.length(); length >= 2; length--) {
			List<String> begun = this.beginnings.get(word.substring(0, length));
			if (begun != null) {
				return begun;
			}
		}
		return List.of();
	}

	private void add(String line) {
		String[] parts = line.split(" ");
		for (int i = 1; i < parts.length; i++) {
			boolean begins = parts[i].endsWith("*");
			String word = begins ? parts[i].substring(0, parts[i].length() - 1) : parts[i];
			var concepts = (begins ? this.beginnings : this.words).computeIfAbsent(word, (_) -> new ArrayList<>());
			if (!concepts.contains(parts[0])) {
				concepts.add(parts[0]);
			}
		}
	}

	private static Concepts load() {
		var concepts = new Concepts();
		var file = Objects.requireNonNull(Concepts.class.getResourceAsStream("concepts.txt"));
		try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			lines.lines().filter((line) -> !line.startsWith("#") && !line.isBlank()).forEach(concepts::add);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return concepts;
	}

}
