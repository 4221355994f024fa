package rei.sms.db.optout;

import java.util.List;
import java.util.regex.Pattern;

import rei.sms.db.wording.NGrams;
import rei.sms.db.wording.Sparse;
import rei.sms.db.wording.Wording;

/**
 * What is found in a message's free text.
 *
 * @param asks the names of the phrases that ask for silence
 * @param guards the names of the phrases in which the same words mean something else
 * @param shouted whether a keyword stands in capitals among other words
 */
record Signals(Wording wording, List<String> asks, List<String> guards, boolean shouted) {

	/** People quote the keyword to the machine. */
	private static final Pattern SHOUTED = Pattern.compile("\\b(?:STOP|UNSUBSCRIBE|REMOVE|QUIT|ALTO)\\b");

	private static final float PHRASE = 2;

	static Signals of(String body) {
		Wording wording = Wording.of(body);
		String clauses = Clauses.of(wording);
		return new Signals(wording, Phrases.ASKS.named(clauses), Phrases.GUARDS.named(clauses),
				SHOUTED.matcher(body).find());
	}

	/** What the learned head sees: n-grams and phrases. */
	Sparse features() {
		var features = new Sparse.Builder(OptOutFeatures.BITS);
		NGrams.addTo(features, this.wording);
		this.asks.forEach((ask) -> features.add("ask " + ask, PHRASE));
		this.guards.forEach((guard) -> features.add("guard " + guard, PHRASE));
		features.add("asks " + Math.min(3, this.asks.size()) + " guarded " + !this.guards.isEmpty(), 1);
		if (this.shouted) {
			features.add("shouted stop", 1);
		}
		return features.build();
	}

}
