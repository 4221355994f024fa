package rei.sms.jobs.intent;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.stereotype.Component;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Classified;
import rei.sms.db.conversation.Told;
import rei.sms.jobs.intent.classifier.Language;
import rei.sms.jobs.intent.facts.Facts;
import rei.sms.jobs.rules.DealCues;
import rei.sms.jobs.rules.Doubt;
import rei.sms.jobs.rules.IntentRules;
import rei.sms.jobs.rules.Reading;
import rei.sms.jobs.rules.StageRules;

/**
 * Reads a message: by the embedded classifier, and by what AI engines said of it, if any
 * was asked.
 */
@Component
class Understand implements ItemProcessor<Heard, Understood>, StepExecutionListener {

	private final EmbeddedReading embedded;

	private volatile boolean used;

	Understand(EmbeddedReading embedded) {
		this.embedded = embedded;
	}

	@Override
	public void beforeStep(StepExecution execution) {
		if (this.used) {
			this.embedded.refresh();
		}
	}

	@Override
	public Understood process(Heard heard) {
		this.used = true;
		var message = heard.message();
		var read = (heard.read() != null) ? heard.read() : this.embedded.of(message);
		var agreed = Agreed.of(read, message.second());
		var reading = reading(message, agreed);
		var told = told(message, read.language());
		return new Understood(message, reading, reading.optOut() && isDoubtful(agreed),
				new Classified(message.id(), message.sellerPhone(), reading.aiIntent(), IntentRules.of(reading),
						stage(message, reading, agreed.confidence()), agreed.confidence(), read.version(),
						agreed.engine(), Summary.of(told, agreed.reason(), agreed.confidence()), told));
	}

	/**
	 * Whether a person should look at a stop: nobody who read all of it is sure of one.
	 */
	private static boolean isDoubtful(Agreed agreed) {
		return agreed.doubtfulStop() || !agreed.optOut();
	}

	/** In doubt a message moves nobody on; a stop or a threat always counts. */
	private static @Nullable Stage stage(Unclassified message, Reading reading, double confidence) {
		var next = StageRules.next(message.stage(), reading);
		var sure = !reading.cues().isEmpty() || Doubt.letsPromote(confidence, message.body());
		return (next.isTerminal() || sure) ? next : message.stage();
	}

	private static Told told(Unclassified message, Language language) {
		var priceAsked = message.asked() == Stage.PRICE_QUALIFICATION || message.asked() == Stage.OFFER_FOLLOW_UP;
		return Telling.of(Facts.of(message.body(), message.day(), priceAsked), language);
	}

	/**
	 * What the webhook took as a request of the channel itself is one, whatever the words
	 * look like.
	 */
	private static Reading reading(Unclassified message, Agreed agreed) {
		return switch (message.request()) {
			case STOP, STOP_DOUBTFUL ->
				new Reading(agreed.aiIntent(), true, agreed.threat(), false, message.asked(), Set.of());
			case START -> new Reading(AiIntent.NEUTRAL, false, false, false, message.asked(), Set.of());
			case HELP -> new Reading(AiIntent.WHO_IS_THIS, false, false, false, message.asked(), Set.of());
			case NONE -> new Reading(agreed.aiIntent(), agreed.optOut(), agreed.threat(), agreed.willing(),
					message.asked(), DealCues.read(message.body(), message.asked()));
		};
	}

}
