package rei.sms.db.wording;

import java.util.List;

/**
 * Counts a message's words, neighbouring words, words near each other and runs of
 * letters.
 */
public final class NGrams {

	private static final int SHORTEST_RUN = 2;

	private static final int LONGEST_RUN = 5;

	private NGrams() {
	}

	/**
	 * Adds them, each kind of n-gram weighing as much as the other in long texts and
	 * short.
	 */
	public static void addTo(Sparse.Builder features, Wording wording) {
		addTo(features, wording, 1);
	}

	/**
	 * Adds them beside features of another kind.
	 * @param share how much they count
	 */
	public static void addTo(Sparse.Builder features, Wording wording, float share) {
		addWords(features, wording.words(), share * weight(wording.words().size()));
		addRuns(features, wording.folded(), share);
		addConcepts(features, wording.words(), share);
	}

	/**
	 * Adds which concepts meet in a sentence, in whatever order.
	 * @param share how much they count
	 */
	public static void addPairs(Sparse.Builder features, List<String> sentence, float share) {
		var concepts = sentence.stream().flatMap((word) -> Concepts.of(word).stream()).distinct().sorted().toList();
		float weight = share * weight(concepts.size());
		for (int i = 0; i < concepts.size(); i++) {
			for (int other = i + 1; other < concepts.size(); other++) {
				features.add("p " + concepts.get(i) + " " + concepts.get(other), weight);
			}
		}
	}

	/** Concepts alone, and in the order they come in, whatever stands between them. */
	private static void addConcepts(Sparse.Builder features, List<String> words, float share) {
		var steps = words.stream().map(Concepts::of).filter((concepts) -> !concepts.isEmpty()).toList();
		float weight = share * weight(steps.size());
		for (int i = 0; i < steps.size(); i++) {
			for (String concept : steps.get(i)) {
				features.add("k " + concept, weight);
				addFollowing(features, steps, i, concept, weight);
			}
		}
	}

	private static void addFollowing(Sparse.Builder features, List<List<String>> steps, int at, String concept,
			float weight) {
		if (at + 1 >= steps.size()) {
			return;
		}
		for (String second : steps.get(at + 1)) {
			features.add("k " + concept + " " + second, weight);
			if (at + 2 < steps.size()) {
				for (String third : steps.get(at + 2)) {
					features.add("k " + concept + " " + second + " " + third, weight);
					features.add("l " + concept + " " + third, weight / 2);
				}
			}
		}
	}

	private static void addWords(Sparse.Builder features, List<String> words, float weight) {
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			features.add("w " + word, weight);
			features.add("b " + ((i == 0) ? "^" : words.get(i - 1)) + " " + word, weight);
			if (i >= 2) {
				features.add("t " + words.get(i - 2) + " " + words.get(i - 1) + " " + word, weight);
				features.add("s " + words.get(i - 2) + " " + word, weight / 2);
			}
		}
		if (!words.isEmpty()) {
			features.add("b " + words.getLast() + " $", weight);
		}
	}

	private static void addRuns(Sparse.Builder features, String folded, float share) {
		String text = " " + folded + " ";
		float weight = share * weight(text.length()) * 0.7f;
		for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
			for (int i = 0; i + length <= text.length(); i++) {
				features.add("c " + text.substring(i, i + length), weight);
			}
		}
	}

	private static float weight(int count) {
		return (float) (1 / Math.sqrt(Math.max(1, count)));
	}

}
