package rei.sms.jobs.intent;

import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import rei.sms.jobs.intent.classifier.Classification;
import rei.sms.jobs.intent.classifier.Classifier;

/**
 * The classifier that needs no network. It is loaded when the first message comes, so a
 * web process never loads it.
 */
@Component
class EmbeddedReading {

	/**
	 * Below it a reading is wrong too often to be left alone where somebody can be asked.
	 */
	private static final double SURE = 0.7;

	private final Supplier<Classifier> classifier = SingletonSupplier.of(Classifier::load);

	Classification of(Unclassified message) {
		return this.classifier.get().classify(message.body(), message.asked());
	}

	/** Whether a second reading is worth asking for; a stop or a threat needs none. */
	boolean doubts(Classification read) {
		return read.confidence() < SURE && !read.optOut() && !read.threat();
	}

}
