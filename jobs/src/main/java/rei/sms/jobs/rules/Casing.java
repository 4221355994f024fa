package rei.sms.jobs.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes what lists hold in one case the way people write it. */
final class Casing {

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

	private static final Pattern ADDRESS_WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

	private static final Pattern ORDINAL = Pattern.compile("\\d+(ST|ND|RD|TH)");

	private static final Set<String> UPPER = Set.of("N", "S", "E", "W", "NE", "NW", "SE", "SW", "PO", "FM", "CR", "US",
			"II", "III", "IV");

	private Casing() {
	}

	/** A name: {@code O'BRIEN} is O'Brien; one that is in mixed case already stays. */
	static String name(String text) {
		return isMixed(text) ? text : WORD.matcher(text).replaceAll((word) -> capitalised(word.group()));
	}

	/** An address or a city: {@code 12 NE 5TH ST APT 4B} is 12 NE 5th St Apt 4B. */
	static String address(String text) {
		return isMixed(text) ? text : ADDRESS_WORD.matcher(text).replaceAll(Casing::addressWord);
	}

	private static String addressWord(MatchResult match) {
		var word = match.group().toUpperCase(Locale.ROOT);
		if (ORDINAL.matcher(word).matches()) {
			return word.toLowerCase(Locale.ROOT);
		}
		return (UPPER.contains(word) || word.chars().anyMatch(Character::isDigit)) ? word : capitalised(word);
	}

	private static boolean isMixed(String text) {
		return text.chars().anyMatch(Character::isUpperCase) && text.chars().anyMatch(Character::isLowerCase);
	}

	/** One letter stays one: "ß" is no "SS". */
	private static String capitalised(String word) {
		return Character.toTitleCase(word.charAt(0)) + word.substring(1).toLowerCase(Locale.ROOT);
	}

}
