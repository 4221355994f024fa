package rei.sms.db.wording;

/**
 * The number of a feature's name: FNV-1a with a final mix, the same in every process and
 * for ever. A name is begun and gone on with piece by piece, so that none need be put
 * together to be counted.
 */
final class FeatureHash {

	private static final int BEGINNING = 0x811c9dc5;

	private static final int PRIME = 0x01000193;

	private FeatureHash() {
	}

	static int of(String name) {
		return end(begin(name));
	}

	static int begin(String name) {
		return and(BEGINNING, name);
	}

	static int and(int begun, String more) {
		int hash = begun;
		for (int i = 0; i < more.length(); i++) {
			hash = and(hash, more.charAt(i));
		}
		return hash;
	}

	static int and(int begun, char more) {
		return (begun ^ more) * PRIME;
	}

	/** A name that is begun, a space, and another word. */
	static int andWord(int begun, String word) {
		return and(and(begun, ' '), word);
	}

	static int end(int begun) {
		int hash = (begun ^ (begun >>> 15)) * 0x2c1b3c6d;
		return hash ^ (hash >>> 13);
	}

}
