package rei.sms.db.optout;

import java.util.List;
import java.util.regex.Pattern;

import rei.sms.db.wording.NGrams;
import rei.sms.db.wording.Sparse;
import rei.sms.db.wording.Wording;

/** What the learned head sees of a message: its n-grams and the phrases found in it. */
public final class OptOutFeatures {

	/** Buckets as a power of two: 64 KB a label. */
	public static final int BITS = 16;

	/** The keyword in capitals within other words: people quote it to the machine. */
	private static final Pattern SHOUTED = Pattern.compile("\\b(?:STOP|UNSUBSCRIBE|REMOVE|QUIT|ALTO)\\b");

	private OptOutFeatures() {
	}

	public static Sparse of(String body) {
		Wording wording = Wording.of(body);
		return of(body, wording, Clauses.of(wording));
	}

	static Sparse of(String body, Wording wording, String clauses) {
		var features = new Sparse.Builder(BITS);
		NGrams.addTo(features, wording);
		List<String> asks = Phrases.named(Phrases.ASKS, clauses);
		List<String> guards = Phrases.named(Phrases.GUARDS, clauses);
		asks.forEach((ask) -> features.add("ask " + ask, 2));
		guards.forEach((guard) -> features.add("guard " + guard, 2));
		features.add("asks " + Math.min(3, asks.size()) + " guarded " + !guards.isEmpty(), 1);
		if (SHOUTED.matcher(body).find()) {
			features.add("shouted stop", 1);
		}
		return features.build();
	}

}
