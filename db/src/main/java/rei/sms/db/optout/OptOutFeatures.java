package rei.sms.db.optout;

import rei.sms.db.wording.Sparse;
import rei.sms.db.wording.Wording;

/** What the learned head sees of a message: for those who train it. */
public final class OptOutFeatures {

	/** Buckets as a power of two: 1 MB a label. */
	public static final int BITS = 20;

	private OptOutFeatures() {
	}

	public static Sparse of(String body) {
		return Signals.of(body, Wording.of(body)).features();
	}

}
