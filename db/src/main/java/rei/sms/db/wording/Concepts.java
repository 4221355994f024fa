package rei.sms.db.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What single words are about, English and Spanish alike: "erase" and "borre" are one
 * concept, so what was learned of one holds for the other.
 */
final class Concepts {

	/** No beginning has fewer letters. */
	private static final int SHORTEST = 2;

	private static final Concepts ALL = load();

	private final Map<String, List<String>> words = new HashMap<>();

	/** By their first two letters, the longest first. */
	private final Map<String, List<Beginning>> beginnings = new HashMap<>();

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
		if (word.length() < SHORTEST) {
			return List.of();
		}
		for (var beginning : this.beginnings.getOrDefault(word.substring(0, SHORTEST), List.of())) {
			if (word.startsWith(beginning.letters())) {
				return beginning.concepts();
			}
		}
		return List.of();
	}

	private void add(String line) {
		String[] parts = line.split(" ");
		for (int i = 1; i < parts.length; i++) {
			var concepts = parts[i].endsWith("*") ? begunBy(parts[i].substring(0, parts[i].length() - 1))
					: this.words.computeIfAbsent(parts[i], (_) -> new ArrayList<>());
			if (!concepts.contains(parts[0])) {
				concepts.add(parts[0]);
			}
		}
	}

	private List<String> begunBy(String letters) {
		var alike = this.beginnings.computeIfAbsent(letters.substring(0, SHORTEST), (_) -> new ArrayList<>());
		return alike.stream()
			.filter((beginning) -> beginning.letters().equals(letters))
			.findFirst()
			.orElseGet(() -> inserted(new Beginning(letters, new ArrayList<>()), alike))
			.concepts();
	}

	private static Beginning inserted(Beginning beginning, List<Beginning> alike) {
		alike.add(beginning);
		alike.sort(Comparator.comparingInt((one) -> -one.letters().length()));
		return beginning;
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

	/** Letters with which a word begins, and the concepts of all words that do. */
	private record Beginning(String letters, List<String> concepts) {
	}

}
