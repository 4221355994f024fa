package rei.sms.jobs.intent;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import rei.sms.db.model.ClassifierModels;
import rei.sms.jobs.intent.classifier.Classification;
import rei.sms.jobs.intent.classifier.Classifier;
import rei.sms.jobs.intent.classifier.Learner;
import rei.sms.jobs.intent.classifier.Reply;

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

	private static final Logger log = LoggerFactory.getLogger(EmbeddedReading.class);

	static final int CORES = Runtime.getRuntime().availableProcessors();

	private final ClassifierModels models;

	private volatile @Nullable Loaded loaded;

	EmbeddedReading(ClassifierModels models) {
		this.models = models;
	}

	Classification of(Unclassified message) {
		return ready().classify(message.body(), message.asked());
	}

	/**
	 * Many at once, a share on each core; where a share can't be read, nothing is said.
	 */
	List<Heard> of(List<Unclassified> messages) {
		var classifier = ready();
		return IntStream.range(0, CORES)
			.parallel()
			.mapToObj((core) -> messages.subList(core * messages.size() / CORES, (core + 1) * messages.size() / CORES))
			.flatMap((share) -> of(share, classifier))
			.toList();
	}

	private static Stream<Heard> of(List<Unclassified> share, Classifier classifier) {
		try {
			var read = classifier
				.classify(share.stream().map((message) -> Reply.after(message.body(), message.asked())).toList());
			return IntStream.range(0, read.size()).mapToObj((at) -> new Heard(share.get(at), read.get(at)));
		}
		catch (RuntimeException ex) {
			log.warn("{} messages are read one by one: {}", share.size(), ex.getClass().getSimpleName());
			return share.stream().map((message) -> new Heard(message, null));
		}
	}

	private Classifier ready() {
		var ready = this.loaded;
		return ((ready != null) ? ready : refresh()).classifier();
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
