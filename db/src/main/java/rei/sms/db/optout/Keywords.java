package rei.sms.db.optout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import rei.sms.db.optout.Request.Help;
import rei.sms.db.optout.Request.Start;
import rei.sms.db.optout.Request.Stop;
import rei.sms.db.wording.Wording;

/**
 * The channel's keywords: the whole message is the word, whatever its dress (decision
 * 17).
 */
final class Keywords {

	private static final Set<String> STOP = Set.of("stop", "stopall", "stop all", "quit", "end", "revoke", "optout",
			"opt out", "cancel", "unsubscribe", "unsub", "remove", "remove me", "arret", "alto", "baja", "no mas",
			"stop2quit");

	/** The seed counts no blanks. */
	private static final Set<String> STOP_IN_ONE_WORD = STOP.stream()
		.map((keyword) -> keyword.replace(" ", ""))
		.collect(Collectors.toUnmodifiableSet());

	/** As a whole message they rather mean every way to reach them than calls alone. */
	private static final Set<String> RATHER_STOP = Set.of("do not call", "dont call", "do not call me", "dont call me",
			"no llame", "no llamar", "no me llame", "no me llames", "no me llamen", "no me llame mas",
			"no me llames mas", "no me llamen mas", "detener", "detenga", "detengase");

	private static final Set<String> START = Set.of("start", "unstop");

	private static final Set<String> HELP = Set.of("help", "info", "ayuda");

	private static final Set<String> COURTESY = Set.of("please", "pls", "plz", "plse", "now", "thanks", "thx", "ty",
			"thank", "you", "favor", "por", "porfa", "porfavor", "gracias", "ya");

	private static final double RATHER = 0.7;

	/** Into so many may a keyword be torn. */
	private static final int MOST_WORDS = 3;

	private static final Pattern REPEATED = Pattern.compile("(.)\\1+");

	private static final Set<String> STOP_SQUEEZED = STOP.stream()
		.map(Keywords::squeezed)
		.collect(Collectors.toUnmodifiableSet());

	private static final List<String> STOP_SIGNS = List.of("🛑", "⛔");

	private Keywords() {
	}

	static Optional<Request> read(String body, Wording wording) {
		List<String> words = signsAsWords(body, wording).words();
		var bare = distinctRun(words.stream().filter((word) -> !COURTESY.contains(word)).toList());
		if (RATHER_STOP.contains(String.join(" ", bare))) {
			return Optional.of(new Stop("no calls", RATHER, true));
		}
		return (bare.size() > MOST_WORDS) ? Optional.empty() : read(words, bare);
	}

	private static Optional<Request> read(List<String> words, List<String> bare) {
		String message = String.join(" ", bare);
		if (START.contains(message)) {
			return Optional.of(new Start());
		}
		if (HELP.contains(String.join(" ", words))) {
			return Optional.of(new Help());
		}
		return isStop(message, bare) ? Optional.of(new Stop("keyword " + message, 1, false)) : Optional.empty();
	}

	/** A lone sign is the word; beside other words it stays a sign. */
	private static Wording signsAsWords(String body, Wording wording) {
		return STOP_SIGNS.stream().anyMatch(body::contains)
				? Wording.of(STOP_SIGNS.stream().reduce(body, (text, sign) -> text.replace(sign, " stop "))) : wording;
	}

	/** "stop stop stop" is said once. */
	private static List<String> distinctRun(List<String> words) {
		boolean isRun = words.size() > 1 && words.stream().allMatch(words.getFirst()::equals);
		return isRun ? words.subList(0, 1) : words;
	}

	private static boolean isStop(String message, List<String> words) {
		if (NearMiss.isRealWord(message)) {
			return false;
		}
		return STOP.contains(message) || STOP_IN_ONE_WORD.contains(message) || STOP_SQUEEZED.contains(squeezed(message))
				|| isTornApart(words) || (words.size() == 1 && NearMiss.of(words.getFirst()));
	}

	private static String squeezed(String message) {
		return REPEATED.matcher(message).replaceAll("$1");
	}

	/** "st op", "un subscribe": blanks fell into a word of at least four letters. */
	private static boolean isTornApart(List<String> words) {
		String joined = String.join("", words);
		return joined.length() >= 4 && STOP.contains(joined) && words.stream().noneMatch(STOP::contains);
	}

}
