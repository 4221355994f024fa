package rei.sms.db.wording;

import java.util.List;
import java.util.TreeSet;

/**
 * Counts a message's words, neighbouring words, words near each other and runs of
 * letters.
 */
public final class NGrams {

	private static final int SHORTEST_RUN = 2;

	private static final int LONGEST_RUN = 5;

	private static final int WORD = FeatureHash.begin("w");

	private static final int TWO_WORDS = FeatureHash.begin("b");

	private static final int THREE_WORDS = FeatureHash.begin("t");

	private static final int WORDS_APART = FeatureHash.begin("s");

	private static final int RUN = FeatureHash.begin("c ");

	private static final int CONCEPT = FeatureHash.begin("k");

	private static final int CONCEPTS_APART = FeatureHash.begin("l");

	private static final int PAIR = FeatureHash.begin("p");

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
		var concepts = new TreeSet<String>();
		sentence.forEach((word) -> concepts.addAll(Concepts.of(word)));
		float weight = share * weight(concepts.size());
		for (String concept : concepts) {
			int begun = FeatureHash.andWord(PAIR, concept);
			for (String other : concepts.tailSet(concept, false)) {
				add(features, FeatureHash.andWord(begun, other), weight);
			}
		}
	}

	/** Concepts alone, and in the order they come in, whatever stands between them. */
	private static void addConcepts(Sparse.Builder features, List<String> words, float share) {
		var steps = words.stream().map(Concepts::of).filter((concepts) -> !concepts.isEmpty()).toList();
		float weight = share * weight(steps.size());
		for (int i = 0; i < steps.size(); i++) {
			for (String concept : steps.get(i)) {
				add(features, FeatureHash.andWord(CONCEPT, concept), weight);
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
			int two = words(CONCEPT, concept, second);
			add(features, two, weight);
			if (at + 2 < steps.size()) {
				for (String third : steps.get(at + 2)) {
					add(features, FeatureHash.andWord(two, third), weight);
					add(features, words(CONCEPTS_APART, concept, third), weight / 2);
				}
			}
		}
	}

	private static void addWords(Sparse.Builder features, List<String> words, float weight) {
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			add(features, FeatureHash.andWord(WORD, word), weight);
			add(features, words(TWO_WORDS, (i == 0) ? "^" : words.get(i - 1), word), weight);
			if (i >= 2) {
				int before = words(THREE_WORDS, words.get(i - 2), words.get(i - 1));
				add(features, FeatureHash.andWord(before, word), weight);
				add(features, words(WORDS_APART, words.get(i - 2), word), weight / 2);
			}
		}
		if (!words.isEmpty()) {
			add(features, words(TWO_WORDS, words.getLast(), "$"), weight);
		}
	}

	private static void addRuns(Sparse.Builder features, String folded, float share) {
		String text = " " + folded + " ";
		float weight = share * weight(text.length()) * 0.7f;
		for (int begin = 0; begin < text.length(); begin++) {
			int run = RUN;
			int end = Math.min(text.length(), begin + LONGEST_RUN);
			for (int at = begin; at < end; at++) {
				run = FeatureHash.and(run, text.charAt(at));
				if (at - begin + 1 >= SHORTEST_RUN) {
					add(features, run, weight);
				}
			}
		}
	}

	private static int words(int kind, String first, String second) {
		return FeatureHash.andWord(FeatureHash.andWord(kind, first), second);
	}

	private static void add(Sparse.Builder features, int named, float weight) {
		features.add(FeatureHash.end(named), weight);
	}

	private static float weight(int count) {
		return (float) (1 / Math.sqrt(Math.max(1, count)));
	}

}
