package rei.sms.db.optout;

import java.util.BitSet;
import java.util.List;

import rei.sms.db.optout.Phrases.Phrase;

/**
 * Finds phrases by the words they can begin at: a message tries only those of its own
 * words whose other words may be in it too, at the letters at which they can begin.
 */
final class PhraseIndex {

	private final List<Phrase> phrases;

	private final Beginnings opening;

	private final Beginnings within;

	PhraseIndex(List<Phrase> phrases) {
		this.phrases = List.copyOf(phrases);
		this.opening = new Beginnings(this.phrases, "");
		this.within = new Beginnings(this.phrases, "x");
	}

	/** All phrases there are. */
	List<Phrase> phrases() {
		return this.phrases;
	}

	/** The names of the phrases found in a message's clauses, in their order. */
	List<String> named(String clauses) {
		var found = new BitSet(this.phrases.size());
		var letters = Threes.in(clauses);
		for (int at = 0, next; at < clauses.length(); at = next) {
			next = end(clauses, at);
			findAt(at, next, clauses, letters, found);
		}
		return found.stream().mapToObj((number) -> this.phrases.get(number).name()).toList();
	}

	private void findAt(int at, int next, String clauses, Threes letters, BitSet found) {
		var beginnings = (at == 0) ? this.opening : this.within;
		for (var beginning : beginnings.of(clauses.substring(at, next))) {
			if (!found.get(beginning.phrase()) && this.phrases.get(beginning.phrase()).isPossible(letters)
					&& beginnings.isThere(beginning, at, clauses)) {
				found.set(beginning.phrase());
			}
		}
	}

	/** Where a word ends that begins with the blank at {@code at}. */
	private static int end(String clauses, int at) {
		int end = clauses.indexOf(' ', at + 1);
		return (end < 0) ? clauses.length() : end;
	}

}
