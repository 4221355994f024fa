package rei.sms.db.optout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import rei.sms.db.optout.Phrases.Phrase;

/**
 * Finds phrases by the words they can begin at. Which phrases can begin at a word, and at
 * which of its letters, is found out once for each word by trying them on it; a message
 * then tries only those of its own words, at these letters.
 */
final class PhraseIndex {

	/** Beyond so many words a new one is looked up each time it is met. */
	private static final int WORDS = 8192;

	private static final int LONGEST_WORD = 32;

	private final List<Phrase> phrases;

	private final Map<String, List<Beginning>> beginnings = new ConcurrentHashMap<>();

	PhraseIndex(List<Phrase> phrases) {
		this.phrases = List.copyOf(phrases);
	}

	/** All phrases there are. */
	List<Phrase> phrases() {
		return this.phrases;
	}

	/** The names of the phrases found in a message's clauses, in their order. */
	List<String> named(String clauses) {
		var found = new BitSet(this.phrases.size());
		for (int at = 0, next = 0; at < clauses.length(); at = next) {
			next = clauses.indexOf(' ', at + 1);
			next = (next < 0) ? clauses.length() : next;
			findAt(at, clauses.substring(at, next), clauses, found);
		}
		return found.stream().mapToObj((number) -> this.phrases.get(number).name()).toList();
	}

	private void findAt(int at, String word, String clauses, BitSet found) {
		for (var beginning : beginnings(word)) {
			if (!found.get(beginning.phrase()) && begins(beginning, at, clauses)) {
				found.set(beginning.phrase());
			}
		}
	}

	private boolean begins(Beginning beginning, int at, String clauses) {
		var matcher = matcher(this.phrases.get(beginning.phrase()).wording(), clauses);
		return matcher.region(at + beginning.letter(), clauses.length()).lookingAt();
	}

	/** The blank before a word belongs to it. */
	private List<Beginning> beginnings(String word) {
		var known = this.beginnings.get(word);
		if (known != null) {
			return known;
		}
		var tried = tried(word);
		if (this.beginnings.size() < WORDS && word.length() <= LONGEST_WORD) {
			this.beginnings.put(word, tried);
		}
		return tried;
	}

	private List<Beginning> tried(String word) {
		var tried = new ArrayList<Beginning>();
		for (var number = 0; number < this.phrases.size(); number++) {
			var matcher = matcher(this.phrases.get(number).wording(), word + " ");
			for (var letter = 0; letter < word.length(); letter++) {
				if (canBegin(matcher, letter)) {
					tried.add(new Beginning(number, letter));
				}
			}
		}
		return List.copyOf(tried);
	}

	/**
	 * A match can begin here if it does, or if the matcher ran out of letters before it
	 * could tell. What stands before the word is not known: only a wording that looks
	 * back for something that must be there could be missed.
	 */
	@SuppressWarnings("JdkObsolete")
	private static boolean canBegin(Matcher matcher, int letter) {
		return matcher.region(letter, matcher.regionEnd()).lookingAt() || matcher.hitEnd();
	}

	private static Matcher matcher(Pattern wording, String text) {
		return wording.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
	}

	/**
	 * Where a phrase can begin.
	 *
	 * @param phrase its place among the phrases
	 * @param letter its first letter's place in the word
	 */
	private record Beginning(int phrase, int letter) {
	}

}
