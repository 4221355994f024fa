package rei.sms.jobs.ai;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer that stands bare where an object of JSON was asked for, as small models and
 * plain servers give it: only one that is nothing but the answer will do.
 */
final class PlainWords {

	private static final Pattern QUOTED = Pattern.compile("[\"“](.*)[\"”]", Pattern.DOTALL);

	/** What surrounds an answer, or comes instead of one. */
	private static final Pattern ABOUT = Pattern
		.compile("(?iu)[{}\\[\\]<>\"“”`*#|:\\n]|^(?:sure|certainly|of course|here(?:'s| is| are)|note)\\b"
				+ "|^(?:i'm |i am )?sorry\\b|\\bi (?:can't|cannot|can not|am unable|am not able)\\b|\\bas an? (?:ai|language|large)\\b"
				+ "|\\b(?:json|language model|the user|the seller)\\b");

	private PlainWords() {
	}

	static Optional<String> of(String answer) {
		var stripped = answer.strip();
		var quoted = QUOTED.matcher(stripped);
		var words = (quoted.matches() ? quoted.group(1) : stripped).strip();
		return (words.isEmpty() || ABOUT.matcher(words.replace('’', '\'')).find()) ? Optional.empty()
				: Optional.of(words);
	}

}
