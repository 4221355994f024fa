package rei.sms.jobs.intent;

import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Classified;
import rei.sms.db.conversation.Told;
import rei.sms.jobs.intent.classifier.Classification;
import rei.sms.jobs.intent.classifier.Classifier;
import rei.sms.jobs.intent.facts.Facts;
import rei.sms.jobs.rules.DealCues;
import rei.sms.jobs.rules.Doubt;
import rei.sms.jobs.rules.IntentRules;
import rei.sms.jobs.rules.Reading;
import rei.sms.jobs.rules.StageRules;

/**
 * Reads a message. The classifier is loaded when the first message comes, so a web
 * process never loads it.
 */
@Component
class Understand implements ItemProcessor<Unclassified, Understood> {

	private final Supplier<Classifier> classifier = SingletonSupplier.of(Classifier::load);

	@Override
	public Understood process(Unclassified message) {
		var read = this.classifier.get().classify(message.body(), message.asked());
		var reading = reading(message, read);
		var told = told(message, read);
		return new Understood(message, reading,
				new Classified(message.id(), message.sellerPhone(), reading.aiIntent(), IntentRules.of(reading),
						stage(message, reading, read.confidence()), read.confidence(), read.version(), null,
						Summary.of(told, read.reason()), told));
	}

	/** In doubt a message moves nobody on; a stop or a threat always counts. */
	private static @Nullable Stage stage(Unclassified message, Reading reading, double confidence) {
		var next = StageRules.next(message.stage(), reading);
		var sure = !reading.cues().isEmpty() || Doubt.letsPromote(confidence, message.body());
		return (next.isTerminal() || sure) ? next : message.stage();
	}

	private static Told told(Unclassified message, Classification read) {
		var priceAsked = message.asked() == Stage.PRICE_QUALIFICATION || message.asked() == Stage.OFFER_FOLLOW_UP;
		return Telling.of(Facts.of(message.body(), message.day(), priceAsked), read.language());
	}

	/**
	 * What the webhook took as a request of the channel itself is one, whatever the words
	 * look like.
	 */
	private static Reading reading(Unclassified message, Classification read) {
		return switch (message.request()) {
			case STOP, STOP_DOUBTFUL ->
				new Reading(read.aiIntent(), true, read.threat(), false, message.asked(), Set.of());
			case START -> new Reading(AiIntent.NEUTRAL, false, false, false, message.asked(), Set.of());
			case HELP -> new Reading(AiIntent.WHO_IS_THIS, false, false, false, message.asked(), Set.of());
			case NONE -> read.reading(message.asked(), DealCues.read(message.body(), message.asked()));
		};
	}

}
