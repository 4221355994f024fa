package rei.sms.db.optout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * General wordings of two kinds: those that ask for silence, and those in which the same
 * words mean something else. Each has a name that says what it read.
 */
final class Phrases {

	private static final Map<String, String> WORDS = Map.of("TEXTING",
			"(?:text|messag|contact|writ|email|mail|spam|harass|bother|bug|pester|annoy|solicit|ping|hound|badger"
					+ "|reach|blow|hit|send|sms|disturb|stalk|bombard|flood|ask|talk|try|follow|check|inquir|troubl|blast|push|chas|send)(?:ing|in|e|s|ed)?",
			"CALLING", "(?:call|calling|phone|phoning|ring|ringing|dial|dialing|robocalling)", "MESSAGES",
			"(?:texts?|messages?|texting|messaging|messeges|mesages|contacts?|spam|solicitations?|communications?"
					+ "|emails?|sms|correspondence|outreach|pings|notifications?)",
			"RECORD",
			"(?:number|numbers|name|info|information|contacts?|phone|cell|lists?|database|system|records?|data|details"
					+ "|rolodex|file|files|crm|directory|registry|line|digits)",
			"GAP", "(?:\\S+ ){0,3}", "ESCRIBIR",
			"(?:escrib|mand|envi|text|mensaj|contact|molest|fastid|fregu?|chingu?e|jod|acos|insist|busqu)\\w*",
			"DIRECTO", "(?:me|nos|le|les|mas|este|esta|a|al|otra|mi|mensajes?|textos?|mensajitos?)");

	static final PhraseIndex ASKS = read("asks.txt");

	static final PhraseIndex GUARDS = read("guards.txt");

	private Phrases() {
	}

	private static PhraseIndex read(String table) {
		var file = Objects.requireNonNull(Phrases.class.getResourceAsStream(table), table);
		try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
			return new PhraseIndex(lines.lines().filter((line) -> !line.startsWith("#")).map(Phrases::phrase).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Phrase phrase(String line) {
		int bar = line.indexOf(" | ");
		return new Phrase(line.substring(0, bar), Pattern.compile(spell(line.substring(bar + 3))));
	}

	private static String spell(String wording) {
		return WORDS.entrySet()
			.stream()
			.sorted(Map.Entry.<String, String>comparingByKey().reversed())
			.reduce(wording, (text, word) -> text.replace(word.getKey(), word.getValue()), (one, other) -> other);
	}

	/** One general wording, matched anywhere in a message's clauses. */
	static final class Phrase {

		private final String name;

		private final Pattern wording;

		/** Of each, the letters of one must be in a text. */
		private final int[][][] needed;

		Phrase(String name, Pattern wording) {
			this.name = name;
			this.wording = wording;
			this.needed = Necessity.of(wording.pattern())
				.stream()
				.map((either) -> either.stream().map(Threes::kinds).toArray(int[][]::new))
				.toArray(int[][][]::new);
		}

		String name() {
			return this.name;
		}

		Pattern wording() {
			return this.wording;
		}

		/** Whether a text with these letters may hold it. */
		boolean isPossible(Threes letters) {
			for (int[][] either : this.needed) {
				if (!holdsOne(either, letters)) {
					return false;
				}
			}
			return true;
		}

		private static boolean holdsOne(int[][] either, Threes letters) {
			for (int[] one : either) {
				if (letters.mayHold(one)) {
					return true;
				}
			}
			return false;
		}

	}

}
