package rei.sms.config.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How alike two names are. */
public final class Spelling {

	/** How many letters a slip of the finger changes at most. */
	private static final int SLIP = 3;

	private Spelling() {
	}

	/** The name that {@code word} was probably meant to be. */
	public static Optional<String> nearest(String word, Collection<String> names) {
		return names.stream()
			.min(Comparator.comparingInt((name) -> distance(word, name)))
			.filter((name) -> distance(word, name) <= Math.min(SLIP, word.length() / 2));
	}

	/** How many letters to put in, take out or change to make one of the other. */
	static int distance(String one, String other) {
		var row = new int[other.length() + 1];
		for (int j = 0; j < row.length; j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j < row.length; j++) {
				int same = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(same, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

}
