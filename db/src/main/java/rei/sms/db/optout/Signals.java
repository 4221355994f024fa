package rei.sms.db.optout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import rei.sms.db.wording.NGrams;
import rei.sms.db.wording.Sparse;
import rei.sms.db.wording.Wording;

/**
 * What is found in a message's free text.
 *
 * @param clauses the message as one line of plain words
 * @param asks the names of the phrases that ask for silence
 * @param guards the names of the phrases in which the same words mean something else
 * @param shouted whether a keyword stands in capitals among other words
 * @param shoutedFirst whether the message begins with it
 */
record Signals(String clauses, List<String> asks, List<String> guards, boolean shouted, boolean shoutedFirst) {

	/** People quote the keyword to the machine. */
	private static final List<String> SHOUTS = List.of("STOP", "UNSUBSCRIBE", "REMOVE", "QUIT", "ALTO");

	private static final Pattern SHOUTED = Pattern.compile("\\b(?:" + String.join("|", SHOUTS) + ")\\b");

	private static final float PHRASE = 2;

	/** What a seller says of the house must not drown how he asks. */
	private static final float WORDS = 0.6f;

	static Signals of(String body, Wording wording) {
		String clauses = Clauses.of(wording);
		int shout = shoutIn(body);
		return new Signals(clauses, Phrases.ASKS.named(clauses), Phrases.GUARDS.named(clauses), shout >= 0,
				shout >= 0 && body.substring(0, shout).isBlank());
	}

	/** Where the first is, or below zero. */
	private static int shoutIn(String body) {
		if (SHOUTS.stream().noneMatch(body::contains)) {
			return -1;
		}
		var shout = SHOUTED.matcher(body);
		return shout.find() ? shout.start() : -1;
	}

	/** What the learned head sees: n-grams, concepts that meet, and phrases. */
	Sparse features() {
		var features = new Sparse.Builder(OptOutFeatures.BITS);
		var sentences = sentences();
		NGrams.addTo(features, new Wording(this.clauses.strip(), sentences.stream().flatMap(List::stream).toList()),
				WORDS);
		sentences.forEach((sentence) -> NGrams.addPairs(features, sentence, WORDS));
		this.asks.forEach((ask) -> features.add("ask " + ask, PHRASE));
		this.guards.forEach((guard) -> features.add("guard " + guard, PHRASE));
		addCounts(features);
		if (this.shouted) {
			features.add(this.shoutedFirst ? "shouted stop first" : "shouted stop", PHRASE);
		}
		return features.build();
	}

	/** So that a phrase seen seldom or never counts as one of its kind. */
	private void addCounts(Sparse.Builder features) {
		String asked = "asked " + Math.min(5, this.asks.size());
		String guarded = "guarded " + Math.min(3, this.guards.size());
		features.add(asked, PHRASE).add(guarded, 1).add(asked + " " + guarded, 1);
	}

	/** The words of each sentence. */
	private List<List<String>> sentences() {
		var sentences = new ArrayList<List<String>>();
		var words = new ArrayList<String>();
		for (int at = 1, end; at < this.clauses.length(); at = end + 1) {
			end = this.clauses.indexOf(' ', at);
			String word = this.clauses.substring(at, end);
			if (word.equals(".")) {
				sentences.add(List.copyOf(words));
				words.clear();
			}
			else if (!word.equals(",")) {
				words.add(word);
			}
		}
		sentences.add(words);
		return sentences;
	}

}
