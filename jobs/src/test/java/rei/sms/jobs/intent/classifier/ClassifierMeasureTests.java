package rei.sms.jobs.intent.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;

import org.junit.jupiter.api.Test;

import rei.sms.db.optout.OptOutReader;

import static org.assertj.core.api.Assertions.assertThat;

/** Measures the classifier on replies that it has not been trained on. */
class ClassifierMeasureTests {

	private static final int FOLDS = 5;

	private final List<Example> replies = Measured.replies();

	@Test
	void learnsFromFourFifthsWhatTheOtherFifthIsAbout() {
		var shuffled = new ArrayList<>(this.replies);
		Collections.shuffle(shuffled, new Random(1));
		int right = 0;
		for (int fold = 0; fold < FOLDS; fold++) {
			right += rightInFold(shuffled, fold);
		}
		assertThat((double) right / this.replies.size()).isGreaterThanOrEqualTo(0.65);
	}

	@Test
	void readsRepliesOfVoicesItHasNeverHeard() {
		Classifier classifier = Classifier.load();
		assertThat(share(classifier, (example, read) -> read.aiIntent() == example.aiIntent())).as("AI intent")
			.isGreaterThanOrEqualTo(0.84);
		assertThat(share(classifier, (example, read) -> read.intent() == example.intent())).as("intent")
			.isGreaterThanOrEqualTo(0.88);
	}

	private double share(Classifier classifier, BiPredicate<Example, Classification> right) {
		return (double) this.replies.stream()
			.filter((example) -> right.test(example, classifier.classify(example.text(), example.context())))
			.count() / this.replies.size();
	}

	private static int rightInFold(List<Example> shuffled, int fold) {
		var learnt = new ArrayList<Example>();
		var asked = new ArrayList<Example>();
		for (int i = 0; i < shuffled.size(); i++) {
			((i % FOLDS == fold) ? asked : learnt).add(shuffled.get(i));
		}
		var classifier = new Classifier(OptOutReader.load(), Heads.learn("fold", learnt));
		return (int) asked.stream()
			.filter((
					example) -> classifier.classify(example.text(), example.context()).aiIntent() == example.aiIntent())
			.count();
	}

}
