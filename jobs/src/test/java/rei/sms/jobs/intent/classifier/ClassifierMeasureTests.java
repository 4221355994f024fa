package rei.sms.jobs.intent.classifier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import rei.sms.db.conversation.AiIntent;
import rei.sms.jobs.intent.classifier.Evaluate.Read;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the classifier's floor on replies that it has not been trained on. */
class ClassifierMeasureTests {

	private static final int FOLDS = 5;

	private static final List<Example> REPLIES = Measured.replies();

	private static final Classifier CLASSIFIER = Classifier.load();

	private static Report report = new Report(List.of());

	@BeforeAll
	static void read() {
		List<Classification> read = CLASSIFIER.classify(REPLIES.stream().map(Example::reply).toList());
		report = Report
			.of(IntStream.range(0, read.size()).mapToObj((at) -> new Read(REPLIES.get(at), read.get(at))).toList());
	}

	@Test
	void readsAReplyAloneAsItReadsItBesideOthers() {
		for (int at = 0; at < REPLIES.size(); at += 20) {
			Example example = REPLIES.get(at);
			assertThat(CLASSIFIER.classify(example.text(), example.context()))
				.isEqualTo(report.read().get(at).classification());
		}
	}

	@Test
	void knowsWhatRepliesAreAbout() {
		assertThat(report.accuracy()).as("accuracy").isGreaterThanOrEqualTo(0.87);
		assertThat(report.macroF1()).as("macro-F1").isGreaterThanOrEqualTo(0.86);
		assertThat(report.intentAccuracy()).as("intent").isGreaterThanOrEqualTo(0.90);
	}

	@Test
	void missesNoStop() {
		assertThat(report.optOuts().recall()).as("recall").isGreaterThanOrEqualTo(0.99);
		assertThat(report.optOuts().precision()).as("precision").isGreaterThanOrEqualTo(0.96);
	}

	@Test
	void promotesThoseWhoShowInterest() {
		assertThat(report.promotions().recall()).as("recall").isGreaterThanOrEqualTo(0.90);
		assertThat(report.promotions().precision()).as("precision").isGreaterThanOrEqualTo(0.90);
	}

	@Test
	void isAsSureAsItIsRight() {
		assertThat(report.calibrationError()).as("expected calibration error").isLessThanOrEqualTo(0.05);
		assertThat(report.confidentAccuracy()).as("right at confidence 0.7").isGreaterThanOrEqualTo(0.92);
	}

	@Test
	void learnsFromFourFifthsWhatTheOtherFifthIsAbout() {
		var shuffled = new ArrayList<>(REPLIES);
		Collections.shuffle(shuffled, new Random(1));
		int right = 0;
		for (int fold = 0; fold < FOLDS; fold++) {
			right += rightInFold(shuffled, fold);
		}
		assertThat((double) right / REPLIES.size()).isGreaterThanOrEqualTo(0.65);
	}

	/** The wording alone: the encoder's layers are not learned here. */
	private static int rightInFold(List<Example> shuffled, int fold) {
		var learnt = new ArrayList<Example>();
		var asked = new ArrayList<Example>();
		for (int i = 0; i < shuffled.size(); i++) {
			((i % FOLDS == fold) ? asked : learnt).add(shuffled.get(i));
		}
		Heads heads = Heads.learn("fold", learnt);
		return (int) asked.stream().filter((example) -> best(heads, example) == example.aiIntent()).count();
	}

	private static AiIntent best(Heads heads, Example example) {
		float[] scores = heads.of(Features.of(example), 0).topics();
		int best = 0;
		for (int i = 1; i < scores.length; i++) {
			best = (scores[i] > scores[best]) ? i : best;
		}
		return AiIntent.values()[best];
	}

}
