package rei.sms.db.optout;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

import rei.sms.db.optout.Phrases.Phrase;

/**
 * Which phrases can begin at a word, and at which of its letters: found out once for each
 * word by trying all of them on it.
 */
final class Beginnings {

	/** Beyond so many a new one is looked up each time it is met. */
	private static final int MOST = 8192;

	private static final int LONGEST = 48;

	private final List<Phrase> phrases;

	private final String before;

	private final Map<String, List<Beginning>> known = new ConcurrentHashMap<>();

	/**
	 * @param before what stands before the words: nothing where a message begins
	 */
	Beginnings(List<Phrase> phrases, String before) {
		this.phrases = phrases;
		this.before = before;
	}

	/** Those of a word; the blank before it belongs to it. */
	List<Beginning> of(String word) {
		var met = this.known.get(word);
		if (met != null) {
			return met;
		}
		var tried = IntStream.range(0, this.phrases.size())
			.boxed()
			.flatMap((phrase) -> IntStream.range(0, word.length()).mapToObj((letter) -> new Beginning(phrase, letter)))
			.filter((beginning) -> isPossible(beginning, word))
			.toList();
		if (this.known.size() < MOST && word.length() <= LONGEST) {
			this.known.put(word, tried);
		}
		return tried;
	}

	/**
	 * A match can begin here if it does, or if the matcher ran out of letters before it
	 * could tell. Which word stands before is not known: only a wording that looks back
	 * for something that must be there could be missed.
	 */
	@SuppressWarnings("JdkObsolete")
	private boolean isPossible(Beginning beginning, String word) {
		var matcher = matcher(beginning, this.before.length(), this.before + word + " ");
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
