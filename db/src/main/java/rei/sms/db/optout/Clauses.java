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

	private static final Pattern TOKENS = Pattern.compile("[\\p{L}\\p{N}]+|[.!?;:/\\n…]+|[,()\"*–—-]+|#");

	private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(Map.entry("u", "you"),
			Map.entry("yall", "you"), Map.entry("ur", "your"), Map.entry("youre", "your"), Map.entry("yur", "your"),
			Map.entry("pls", "please"), Map.entry("plz", "please"), Map.entry("plse", "please"),
			Map.entry("txt", "text"), Map.entry("txts", "texts"), Map.entry("txting", "texting"),
			Map.entry("txtn", "texting"), Map.entry("textin", "texting"), Map.entry("texing", "texting"),
			Map.entry("txet", "text"), Map.entry("msg", "message"), Map.entry("msgs", "messages"),
			Map.entry("msging", "messaging"), Map.entry("messagin", "messaging"), Map.entry("callin", "calling"),
			Map.entry("botherin", "bothering"), Map.entry("num", "number"), Map.entry("nmbr", "number"),
			Map.entry("nbr", "number"), Map.entry("dnt", "dont"), Map.entry("wanna", "want"), Map.entry("r", "are"),
			Map.entry("fone", "phone"), Map.entry("xq", "porque"), Map.entry("q", "que"), Map.entry("k", "que"),
			Map.entry("msj", "mensaje"), Map.entry("msjs", "mensajes"), Map.entry("sto", "stop"),
			Map.entry("stp", "stop"), Map.entry("stpo", "stop"), Map.entry("sotp", "stop"), Map.entry("fk", "fuck"),
			Map.entry("fck", "fuck"), Map.entry("fuk", "fuck"), Map.entry("f", "fuck"), Map.entry("eff", "fuck"));

	private Clauses() {
	}

	static String of(Wording wording) {
		var line = new StringBuilder(" ");
		Matcher tokens = TOKENS.matcher(wording.folded());
		while (tokens.find()) {
			line.append(plain(tokens.group())).append(' ');
		}
		String clauses = line.toString().replace(" do not ", " dont ").replace(" do nt ", " dont ");
		return (wording.words().size() == 1) ? " " + wording.words().getFirst() + " " : clauses;
	}

	private static String plain(String token) {
		char first = token.charAt(0);
		if (Character.isLetterOrDigit(first)) {
			return WRITTEN_OUT.getOrDefault(token, token);
		}
		if (first == '#') {
			return "number";
		}
		return (".!?;:/\n…".indexOf(first) >= 0) ? "." : ",";
	}

}
