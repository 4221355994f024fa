package rei.sms.db.optout;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import rei.sms.db.wording.Wording;

/**
 * A message as one line of plain words, texting shorthand written out, a dot where a
 * sentence ends and a comma where it pauses: what phrases are matched against.
 */
final class Clauses {

	private static final Pattern TOKENS = Pattern
		.compile("[\\p{L}\\p{N}]+|[.!?;:/\\n…]+|[,()\"*–—-]+|#|[📵🚫🔕🖕🤫🤐🛑⛔✋🙅]+");

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
		var line = new StringBuilder(" ");
		Matcher tokens = TOKENS.matcher(joined(wording.folded()));
		while (tokens.find()) {
			line.append(plain(tokens.group())).append(' ');
		}
		return line.toString().replace(" do not ", " dont ").replace(" do nt ", " dont ");
	}

	/** "s.t.o.p" and "un-subscribe" are one word each. */
	private static String joined(String folded) {
		return UNDONE.matcher(SPELLED_STOP.matcher(folded).replaceAll("stop")).replaceAll("un");
	}

	private static String plain(String token) {
		char first = token.charAt(0);
		if (Character.isLetterOrDigit(first)) {
			return writtenOut(token);
		}
		if (first == '#') {
			return "number";
		}
		if (Character.isSurrogate(first) || first == '⛔' || first == '✋') {
			return WAVED_OFF;
		}
		return (".!?;:/\n…".indexOf(first) >= 0) ? "." : ",";
	}

	private static String writtenOut(String word) {
		String known = WRITTEN_OUT.get(word);
		if (known != null) {
			return known;
		}
		var drawnOut = DRAWN_OUT.matcher(word);
		String brief = drawnOut.find() ? drawnOut.replaceAll("$1") : word;
		return WRITTEN_OUT.getOrDefault(brief, brief);
	}

}
