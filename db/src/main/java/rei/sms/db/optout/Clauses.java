package rei.sms.db.optout;

import java.util.Map;
import java.util.regex.Pattern;

import rei.sms.db.wording.Wording;

/**
 * A message as one line of plain words, texting shorthand written out, a dot where a
 * sentence ends and a comma where it pauses: what phrases are matched against.
 */
final class Clauses {

	private static final String ENDS = ".!?;:/\n…";

	private static final String PAUSES = ",()\"*–—-";

	private static final String SIGNS = "📵🚫🔕🖕🤫🤐🛑⛔✋🙅";

	private static final Pattern SPELLED_STOP = Pattern.compile("\\bs[ .*_-]{1,3}t[ .*_-]{1,3}o[ .*_-]{1,3}p\\b");

	private static final Pattern UNDONE = Pattern.compile("\\bun-(?=\\p{L})");

	private static final Pattern DRAWN_OUT = Pattern.compile("(\\p{L})\\1{2,}");

	private static final Map<String, String> WRITTEN_OUT = Shorthand.read("shorthand.txt");

	/** What a sign that waves off, silences or forbids is read as. */
	private static final String WAVED_OFF = "signno";

	private Clauses() {
	}

	static String of(Wording wording) {
		if (wording.words().size() == 1) {
			return " " + writtenOut(wording.words().getFirst()) + " ";
		}
		String text = joined(wording.folded());
		var line = new StringBuilder(text.length() + 16).append(' ');
		for (int at = 0, end; at < text.length(); at = end) {
			var kind = Kind.of(text.codePointAt(at));
			end = end(text, at, kind);
			if (kind != Kind.BLANK) {
				line.append(plain(text.substring(at, end), kind)).append(' ');
			}
		}
		return line.toString().replace(" do not ", " dont ").replace(" do nt ", " dont ");
	}

	/** Neighbours of one kind belong together. */
	private static int end(String text, int begin, Kind kind) {
		int end = text.offsetByCodePoints(begin, 1);
		while (kind != Kind.HASH && end < text.length() && Kind.of(text.codePointAt(end)) == kind) {
			end = text.offsetByCodePoints(end, 1);
		}
		return end;
	}

	/** "s.t.o.p" and "un-subscribe" are one word each. */
	private static String joined(String folded) {
		String stop = SPELLED_STOP.matcher(folded).replaceAll("stop");
		return stop.contains("un-") ? UNDONE.matcher(stop).replaceAll("un") : stop;
	}

	private static String plain(String token, Kind kind) {
		return switch (kind) {
			case WORD -> writtenOut(token);
			case END -> ".";
			case PAUSE -> ",";
			case HASH -> "number";
			case SIGN -> WAVED_OFF;
			case BLANK -> "";
		};
	}

	private static String writtenOut(String word) {
		String known = WRITTEN_OUT.get(word);
		if (known != null) {
			return known;
		}
		String brief = hasThreeAlike(word) ? DRAWN_OUT.matcher(word).replaceAll("$1") : word;
		return WRITTEN_OUT.getOrDefault(brief, brief);
	}

	private static boolean hasThreeAlike(String word) {
		for (int at = 2; at < word.length(); at++) {
			if (word.charAt(at) == word.charAt(at - 1) && word.charAt(at) == word.charAt(at - 2)) {
				return true;
			}
		}
		return false;
	}

	/** What a character is to the reader; all that is not named here parts words. */
	private enum Kind {

		WORD, END, PAUSE, HASH, SIGN, BLANK;

		private static Kind of(int letter) {
			if (Character.isLetterOrDigit(letter)) {
				return WORD;
			}
			if (letter == ' ') {
				return BLANK;
			}
			if (letter == '#') {
				return HASH;
			}
			if (ENDS.indexOf(letter) >= 0) {
				return END;
			}
			if (PAUSES.indexOf(letter) >= 0) {
				return PAUSE;
			}
			return (SIGNS.indexOf(letter) >= 0) ? SIGN : BLANK;
		}

	}

}
