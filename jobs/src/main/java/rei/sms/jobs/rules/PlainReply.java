package rei.sms.jobs.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A reply as the guard's patterns read it.
 *
 * @param raw the reply as it would go out
 * @param plain in lower case, without accents, contractions and the house's own numbers
 * @param statements what it states: no questions, and nothing that sends the seller to a
 * professional
 */
record PlainReply(String raw, String plain, List<String> statements) {

	private static final Map<String, String> CONTRACTIONS = Map.ofEntries(Map.entry("won'?t", "will not"),
			Map.entry("can'?t|cannot", "can not"), Map.entry("shan'?t", "shall not"), Map.entry("ain'?t", "is not"),
			Map.entry("let's|lets", "let us"), Map.entry("i'?m", "i am"), Map.entry("dunno", "do not know"),
			Map.entry("gonna", "going to"), Map.entry("wanna", "want to"), Map.entry("gotta", "have to"));

	private static final Pattern NOT = Pattern
		.compile("\\b(do|does|did|is|are|was|were|has|have|had|would|could|should|must|might|need)n'?t\\b");

	private static final Pattern ENDING = Pattern.compile("(?<=\\w)'(ll|d|re|ve)\\b");

	private static final Map<String, String> ENDINGS = Map.of("ll", " will", "d", " would", "re", " are", "ve",
			" have");

	private static final Pattern IS = Pattern.compile(
			"\\b(it|that|there|here|what|who|he|she|this|everything|nobody)'s\\b|\\b(thats|theres|youre|theyre)\\b");

	private static final Pattern STREET = Pattern
		.compile("\\b\\d{1,5} (?:(?:n|s|e|w|ne|nw|se|sw|north|south|east|west) )?(?:[\\p{L}.]+ ){0,3}"
				+ "(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|ct|court|way|pl|place|cir|circle|ter|terrace|pkwy|hwy|trail|trl|loop|row|sq)\\b");

	private static final Pattern SENTENCE = Pattern.compile("(?:[^.!?\\n]|\\.(?=\\w))+[.!?]*");

	private static final Pattern QUESTION = Pattern.compile(
			"¿|(?:^|[,;:] |- |\\b(?:so|and|but|or|ok|okay|then) )(?=(?:what|when|where|who|whose|which|why|how|is|are|am|was|were|do|does|did(?! you know)|has|have|had|could|can|would|will|should|may|any|anything|anyone"
					+ "|que|cuando|como|donde|quien|cual|cuantos?|cuantas?|tiene|vive|esta|es|hay|puedo|puede|quiere|necesita|prefiere|podria|seria|le|a que|para cuando|todavia|hace|alguien)\\b)");

	/** A name or a place: a capital letter within a sentence, or one who is addressed. */
	private static final Pattern NAME = Pattern
		.compile("(?<=[\\p{L}\\d,] )\\p{Lu}[\\p{Ll}']+|(?:^|(?<=[.!?] ))\\p{Lu}[\\p{Ll}']+(?=,)");

	private static final Pattern DEFERS = Pattern.compile(
			"\\b(?:ask|check with|talk to|talk with|speak with|speak to|consult|see|that is one for|a question for)\\b.{0,20}\\b(?:attorney|lawyer|accountant|cpa|professional|advisor)\\b"
					+ "|\\b(?:attorney|lawyer|accountant|cpa|professional|advisor)\\b.{0,20}\\b(?:can|could|would|should|is)\\b.{0,10}\\b(?:help|know|best|answer|advise)\\b"
					+ "|\\b(?:can|do|am|are|is) not\\b(?: able to)?.{0,12}\\b(?:give|offer|provide|advise|quote)\\b"
					+ "|\\bno (?:puedo|podemos) (?:dar|aconsejar|ofrecer)\\b|\\b(?:pregunte|consulte|hable)\\b.{0,12}\\b(?:abogado|contador|profesional)\\b");

	/** Reads a reply about the house at an address. */
	static PlainReply of(String reply, Optional<String> address) {
		var plain = STREET.matcher(withoutNumbersOf(address, plain(reply))).replaceAll("there");
		var statements = SENTENCE.matcher(plain)
			.results()
			.map((sentence) -> stated(sentence.group().strip()))
			.filter((statement) -> !statement.isBlank())
			.toList();
		return new PlainReply(reply, plain, statements);
	}

	/** Lower case, no accents, no contractions. */
	static String plain(String text) {
		var plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.replaceAll("[ \\t]+", " ");
		for (var contraction : CONTRACTIONS.entrySet()) {
			plain = plain.replaceAll("\\b(" + contraction.getKey() + ")\\b", contraction.getValue());
		}
		plain = NOT.matcher(plain).replaceAll("$1 not");
		plain = ENDING.matcher(plain).replaceAll((ending) -> ENDINGS.get(ending.group(1)));
		return IS.matcher(plain).replaceAll(PlainReply::is).replaceAll("'(s\\b)?", "");
	}

	private static String is(MatchResult match) {
		return switch (match.group()) {
			case "thats" -> "that is";
			case "theres" -> "there is";
			case "youre" -> "you are";
			case "theyre" -> "they are";
			default -> match.group(1) + " is";
		};
	}

	/** The numbers of the house itself are no prices. */
	private static String withoutNumbersOf(Optional<String> address, String plain) {
		return address.stream()
			.flatMap((text) -> Arrays.stream(text.split("\\D+")))
			.filter((number) -> number.length() > 1)
			.reduce(plain, (left, number) -> left.replaceAll("\\b" + number + "\\b", "there"));
	}

	/** The names of people and places in the reply, as its statements write them. */
	Set<String> names() {
		return NAME.matcher(this.raw)
			.results()
			.map((name) -> plain(name.group()))
			.collect(Collectors.toUnmodifiableSet());
	}

	private static String stated(String sentence) {
		var statement = sentence;
		if (sentence.endsWith("?")) {
			var question = QUESTION.matcher(sentence);
			statement = question.find() ? sentence.substring(0, question.start()) : sentence;
		}
		return Arrays.stream(statement.split("(?<=[,;]) |(?= but )"))
			.filter((clause) -> !DEFERS.matcher(clause).find())
			.reduce((left, right) -> left + " " + right)
			.orElse("");
	}

}
