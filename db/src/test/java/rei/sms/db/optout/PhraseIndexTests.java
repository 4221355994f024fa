package rei.sms.db.optout;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import rei.sms.db.optout.Phrases.Phrase;
import rei.sms.db.wording.Wording;

import static org.assertj.core.api.Assertions.assertThat;

/** The index finds what trying every phrase finds. */
class PhraseIndexTests {

	/** The words that the phrases are made of, so that many match. */
	private static final List<String> WORDS = Stream.of(Phrases.ASKS, Phrases.GUARDS)
		.flatMap((index) -> index.phrases().stream())
		.flatMap((phrase) -> Arrays.stream(phrase.wording().pattern().split("[^a-z]+")))
		.filter((word) -> word.length() > 1)
		.distinct()
		.toList();

	@Property(tries = 2000)
	void sameAsTryingEveryPhrase(@ForAll("texts") String text) {
		var clauses = Clauses.of(Wording.of(text));
		for (var index : List.of(Phrases.ASKS, Phrases.GUARDS)) {
			assertThat(index.named(clauses)).isEqualTo(tryEvery(index.phrases(), clauses));
		}
	}

	@Provide
	Arbitrary<String> texts() {
		var word = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, Arbitraries.of(WORDS)), net.jqwik.api.Tuple.of(2,
				Arbitraries.of("stop", "me", "texting", "my", "number", "no", "ing", "x", "s t o p")));
		var gap = Arbitraries.of(" ", " ", " ", " ", ". ", ", ", "\n", "!", "", " - ");
		return Combinators.combine(word, gap)
			.as((one, other) -> one + other)
			.list()
			.ofMaxSize(14)
			.map((parts) -> String.join("", parts));
	}

	private static List<String> tryEvery(List<Phrase> phrases, String clauses) {
		return phrases.stream().filter((phrase) -> phrase.wording().matcher(clauses).find()).map(Phrase::name).toList();
	}

}
