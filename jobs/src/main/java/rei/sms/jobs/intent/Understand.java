package rei.sms.jobs.intent;

import java.util.Set;
import java.util.function.Supplier;

import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Classified;
import rei.sms.jobs.intent.classifier.Classification;
import rei.sms.jobs.intent.classifier.Classifier;
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
		return new Understood(message, reading,
				new Classified(message.id(), message.sellerPhone(), reading.aiIntent(), IntentRules.of(reading),
						StageRules.next(message.stage(), reading), read.confidence(), read.version(), null,
						read.reason()));
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
			case NONE ->
				new Reading(read.aiIntent(), read.optOut(), read.threat(), read.willing(), message.asked(), Set.of());
		};
	}

}
