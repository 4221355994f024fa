package rei.sms.db.optout;

/**
 * Which three letters stand in a row anywhere in a text; now and then it says too many.
 */
final class Threes {

	static final int LETTERS = 3;

	private static final int KINDS = 1 << 12;

	private final long[] seen = new long[KINDS / Long.SIZE];

	private Threes() {
	}

	static Threes in(String text) {
		var threes = new Threes();
		for (int kind : kinds(text)) {
			threes.seen[kind / Long.SIZE] |= 1L << kind;
		}
		return threes;
	}

	/** The numbers of a text's threes, for {@link #mayHold}. */
	static int[] kinds(String text) {
		var kinds = new int[Math.max(0, text.length() - LETTERS + 1)];
		for (int at = 0; at < kinds.length; at++) {
			kinds[at] = (text.charAt(at) * 31 * 31 + text.charAt(at + 1) * 31 + text.charAt(at + 2)) & (KINDS - 1);
		}
		return kinds;
	}

	/** Whether the letters may stand there in a row. */
	boolean mayHold(int[] kinds) {
		for (int kind : kinds) {
			if ((this.seen[kind / Long.SIZE] & 1L << kind) == 0) {
				return false;
			}
		}
		return true;
	}

}
