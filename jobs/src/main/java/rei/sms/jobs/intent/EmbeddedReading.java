package rei.sms.jobs.intent;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.model.ClassifierModels;
import rei.sms.jobs.intent.classifier.Classification;
import rei.sms.jobs.intent.classifier.Classifier;
import rei.sms.jobs.intent.classifier.Learner;

/**
 * The classifier that needs no network: the build's own, or the one that was learnt from
 * corrections and stands. It is loaded when the first message comes, so a web process
 * never loads it.
 */
@Component
class EmbeddedReading {

	/**
	 * Below it a reading is wrong too often to be left alone where somebody can be asked.
	 */
	private static final double SURE = 0.7;

	private final ClassifierModels models;

	private volatile @Nullable Loaded loaded;

	EmbeddedReading(ClassifierModels models) {
		this.models = models;
	}

	Classification of(Unclassified message) {
		var ready = this.loaded;
		return ((ready != null) ? ready : refresh()).classifier().classify(message.body(), message.asked());
	}

	/** Takes up another model if another stands by now. */
	synchronized Loaded refresh() {
		var standing = this.models.standing(Classifier.VERSION);
		var version = standing.map(ClassifierModels.ClassifierModel::version).orElse(Classifier.VERSION);
		var known = this.loaded;
		if (known != null && known.version().equals(version)) {
			return known;
		}
		var fresh = new Loaded(version,
				standing.map((model) -> Learner.classifier(version, this.models.heads(model.id())))
					.orElseGet(Classifier::load));
		this.loaded = fresh;
		return fresh;
	}

	/** Whether a second reading is worth asking for; a stop or a threat needs none. */
	boolean doubts(Classification read) {
		return read.confidence() < SURE && !read.optOut() && !read.threat();
	}

	/** A classifier in use. */
	record Loaded(String version, Classifier classifier) {
	}

}
