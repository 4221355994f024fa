package rei.sms.jobs.intent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import rei.sms.db.model.ClassifierModels;
import rei.sms.db.model.ClassifierModels.ClassifierModel;
import rei.sms.db.model.LabelExamples;
import rei.sms.db.model.LabelExamples.LabelExample;
import rei.sms.jobs.intent.classifier.Classifier;
import rei.sms.jobs.intent.classifier.Context;
import rei.sms.jobs.intent.classifier.Example;
import rei.sms.jobs.intent.classifier.Language;
import rei.sms.jobs.intent.classifier.Learner;

/** Learns candidates from corrections and compares them; needs no network. */
@Component
class Training {

	private static final Logger log = LoggerFactory.getLogger(Training.class);

	/** A correction counts as much as so many of the replies that the build came with. */
	private static final int WEIGHT = 4;

	/** Fewer corrections than these to measure on would let luck decide. */
	private static final int ENOUGH = 10;

	private final LabelExamples examples;

	private final ClassifierModels models;

	private final BuiltInReplies builtIn;

	private final Clock clock;

	Training(LabelExamples examples, ClassifierModels models, BuiltInReplies builtIn, Clock clock) {
		this.examples = examples;
		this.models = models;
		this.builtIn = builtIn;
		this.clock = clock;
	}

	/**
	 * Learns a candidate.
	 * @return how many corrections it learnt from; none when there are too few
	 */
	int learn() {
		var all = this.examples.all();
		var learnt = all.stream().filter((example) -> !example.heldOut()).toList();
		if (learnt.isEmpty() || all.size() - learnt.size() < ENOUGH) {
			log.info("{} corrections, {} of them held out, are too few to learn from", all.size(),
					all.size() - learnt.size());
			return 0;
		}
		var replies = new ArrayList<>(this.builtIn.read());
		for (int i = 0; i < WEIGHT; i++) {
			learnt.forEach((example) -> replies.add(example(example)));
		}
		this.models.keep(Classifier.VERSION, learnt.size(), Learner.learn(Classifier.VERSION, replies),
				this.clock.instant());
		return learnt.size();
	}

	/**
	 * Compares the latest candidate with the model that stands.
	 * @return one if it stands now
	 */
	int compare() {
		return this.models.candidate(Classifier.VERSION).map(this::compare).orElse(0);
	}

	private int compare(ClassifierModel candidate) {
		var heldOut = this.examples.all().stream().filter(LabelExample::heldOut).toList();
		var standing = this.models.standing(Classifier.VERSION).map(this::load).orElseGet(Classifier::load);
		int right = right(load(candidate), heldOut);
		int before = right(standing, heldOut);
		this.models.compared(candidate, heldOut.size(), right, before, right > before, this.clock.instant());
		log.info("{} reads {} of {} corrections rightly, the standing model {}", candidate.version(), right,
				heldOut.size(), before);
		return (right > before) ? 1 : 0;
	}

	private Classifier load(ClassifierModel model) {
		return Learner.classifier(model.version(), this.models.heads(model.id()));
	}

	private static int right(Classifier classifier, List<LabelExample> examples) {
		return (int) examples.stream()
			.filter((example) -> classifier.classify(example.body(), example.asked()).aiIntent() == example.aiIntent())
			.count();
	}

	private static Example example(LabelExample kept) {
		return new Example(kept.body(), kept.aiIntent(), kept.intent(), kept.optOut(), Language.EN,
				Context.following(kept.asked()), "corrected");
	}

}
