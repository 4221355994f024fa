package rei.sms.jobs.intent;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

import rei.sms.db.conversation.Told;
import rei.sms.jobs.intent.classifier.Language;
import rei.sms.jobs.intent.facts.AskingPrice;
import rei.sms.jobs.intent.facts.Facts;

/** Puts what was read out of a reply into the words in which it is kept. */
final class Telling {

	private Telling() {
	}

	static Told of(Facts facts, Language language) {
		return new Told(facts.price().map(AskingPrice::low).orElse(null),
				facts.price().map(AskingPrice::high).orElse(null), facts.writeAgain().orElse(null),
				words(facts.reasons()), words(facts.conditions()), language.name().toLowerCase(Locale.ROOT));
	}

	private static List<String> words(Collection<? extends Enum<?>> values) {
		return values.stream().map((value) -> value.name().toLowerCase(Locale.ROOT)).sorted().toList();
	}

}
