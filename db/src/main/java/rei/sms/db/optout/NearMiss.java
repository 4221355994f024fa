package rei.sms.db.optout;

import java.util.Set;

/**
 * A word one slip of the thumb away from stop or unsubscribe that is no word of its own.
 */
final class NearMiss {

	private static final String[] MEANT = { "stop", "unsubscribe" };

	private static final Set<String> REAL_WORDS = Set.of("shop", "step", "top", "atop", "slop", "swop", "strop",
			"stomp", "stoop", "stow", "stoup", "stoa", "sop", "estop", "stoy");

	private NearMiss() {
	}

	static boolean of(String word) {
		String letters = withoutDisguise(word);
		if (isRealWord(letters)) {
			return false;
		}
		for (String meant : MEANT) {
			if (isWithinOneEdit(letters, meant)) {
				return true;
			}
		}
		return false;
	}

	static boolean isRealWord(String word) {
		return REAL_WORDS.contains(word);
	}

	private static String withoutDisguise(String word) {
		return word.replace('0', 'o').replace('5', 's').replace('1', 'i').replace('7', 't');
	}

	/**
	 * One insertion, deletion, substitution or swap of two neighbours, or none at all.
	 */
	static boolean isWithinOneEdit(String word, String meant) {
		int same = commonStart(word, meant);
		String restOfWord = word.substring(same);
		String restOfMeant = meant.substring(same);
		return switch (word.length() - meant.length()) {
			case 0 -> tail(restOfWord, 1).equals(tail(restOfMeant, 1)) || isSwapped(restOfWord, restOfMeant);
			case 1 -> tail(restOfWord, 1).equals(restOfMeant);
			case -1 -> restOfWord.equals(tail(restOfMeant, 1));
			default -> false;
		};
	}

	private static int commonStart(String word, String meant) {
		int same = 0;
		while (same < word.length() && same < meant.length() && word.charAt(same) == meant.charAt(same)) {
			same++;
		}
		return same;
	}

	private static boolean isSwapped(String word, String meant) {
		return word.length() >= 2 && word.charAt(0) == meant.charAt(1) && word.charAt(1) == meant.charAt(0)
				&& tail(word, 2).equals(tail(meant, 2));
	}

	private static String tail(String text, int from) {
		return text.substring(Math.min(from, text.length()));
	}

}
