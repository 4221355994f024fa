package rei.sms.jobs.intent.classifier;

import java.util.Arrays;
import java.util.List;

import rei.sms.db.optout.OptOutFeatures;
import rei.sms.db.wording.LinearHead;
import rei.sms.db.wording.Sparse;

/** Learns the small head of the webhook's opt-out reader from labelled replies. */
final class OptOuts {

	private static final int EPOCHS = 32;

	private static final float RATE = 0.4f;

	private static final float DECAY = 3e-4f;

	private static final float HIDDEN = 0.5f;

	private OptOuts() {
	}

	static LinearHead learn(String version, List<Example> examples) {
		List<Sparse> features = examples.stream().map((example) -> OptOutFeatures.of(example.text())).toList();
		int[] answers = examples.stream().mapToInt((example) -> example.optOut() ? 1 : 0).toArray();
		var importance = new float[answers.length];
		Arrays.fill(importance, 1);
		return new LinearTrainer(List.of("go on", "stop"), OptOutFeatures.BITS, EPOCHS, RATE, DECAY, HIDDEN)
			.learn(version, features, answers, importance);
	}

}
