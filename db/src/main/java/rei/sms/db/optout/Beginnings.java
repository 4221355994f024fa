package rei.sms.db.optout;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

import rei.sms.db.optout.Phrases.Phrase;

/**
 * Which phrases can begin at a word, and at which of its letters: found out once for each
 * word by trying all of them on it, then once for each two words in a row, and for each
 * three.
 */
final class Beginnings {

	/** Beyond so many a new one is looked up each time it is met. */
	private static final int KNOWN = 8192;

	private static final int LONGEST = 48;

	private final List<Phrase> phrases;

	private final String before;

	private final Map<String, List<Beginning>> ofWords = new ConcurrentHashMap<>();

	private final Map<String, List<Beginning>> ofTwo = new ConcurrentHashMap<>();

	private final Map<String, List<Beginning>> ofThree = new ConcurrentHashMap<>();

	/**
	 * @param before what stands before the words: nothing where a message begins
	 */
	Beginnings(List<Phrase> phrases, String before) {
		this.phrases = phrases;
		this.before = before;
	}

	/**
	 * Those of the word at {@code at}; the blank before a word belongs to it.
	 * @param first where that word ends
	 * @param second where the word after it does
	 * @param third where the third word does
	 */
	List<Beginning> of(String clauses, int at, int first, int second, int third) {
		String three = clauses.substring(at, third);
		return known(this.ofThree, three,
				() -> possible(of(clauses.substring(at, first), clauses.substring(at, second)), three));
	}

	private List<Beginning> of(String word, String two) {
		return known(this.ofTwo, two, () -> possible(of(word), two));
	}

	private List<Beginning> possible(List<Beginning> beginnings, String words) {
		return beginnings.stream().filter((beginning) -> isPossible(beginning, words)).toList();
	}

	private List<Beginning> of(String word) {
		return known(this.ofWords, word, () -> IntStream.range(0, this.phrases.size())
			.boxed()
			.flatMap((phrase) -> IntStream.range(0, word.length()).mapToObj((letter) -> new Beginning(phrase, letter)))
			.filter((beginning) -> isPossible(beginning, word))
			.toList());
	}

	private static List<Beginning> known(Map<String, List<Beginning>> all, String wording,
			Supplier<List<Beginning>> tried) {
		var known = all.get(wording);
		if (known != null) {
			return known;
		}
		var beginnings = tried.get();
		if (all.size() < KNOWN && wording.length() <= LONGEST) {
			all.put(wording, beginnings);
		}
		return beginnings;
	}

	/**
	 * A match can begin here if it does, or if the matcher ran out of letters before it
	 * could tell. Which word stands before is not known: only a wording that looks back
	 * for something that must be there could be missed.
	 */
	@SuppressWarnings("JdkObsolete")
	private boolean isPossible(Beginning beginning, String words) {
		var matcher = matcher(beginning, this.before.length(), this.before + words + " ");
		return matcher.lookingAt() || matcher.hitEnd();
	}

	/** Whether a phrase that can begin at the word at {@code at} is there indeed. */
	boolean isThere(Beginning beginning, int at, String clauses) {
		return matcher(beginning, at, clauses).lookingAt();
	}

	private Matcher matcher(Beginning beginning, int at, String text) {
		return this.phrases.get(beginning.phrase())
			.wording()
			.matcher(text)
			.useTransparentBounds(true)
			.useAnchoringBounds(false)
			.region(at + beginning.letter(), text.length());
	}

	/**
	 * Where a phrase can begin.
	 *
	 * @param phrase its place among the phrases
	 * @param letter its first letter's place in the word
	 */
	record Beginning(int phrase, int letter) {
	}

}
