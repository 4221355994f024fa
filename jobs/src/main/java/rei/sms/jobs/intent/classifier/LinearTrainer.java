package rei.sms.jobs.intent.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import rei.sms.db.wording.LinearHead;
import rei.sms.db.wording.Sparse;

/**
 * Learns a multinomial logistic regression over hashed features: AdaGrad steps in a fixed
 * random order, each of which sees only some of an example's features, so that no wording
 * is relied on alone. What the second half of the epochs came to is averaged. The same
 * examples give the same model.
 */
final class LinearTrainer {

	private final List<String> labels;

	private final int bits;

	private final int epochs;

	private final float rate;

	private final float decay;

	private final float hidden;

	/**
	 * @param bits the number of buckets as a power of two
	 * @param decay how strongly weights are drawn to zero at each touch
	 * @param hidden the share of features that a step does not see
	 */
	LinearTrainer(List<String> labels, int bits, int epochs, float rate, float decay, float hidden) {
		this.labels = labels;
		this.bits = bits;
		this.epochs = epochs;
		this.rate = rate;
		this.decay = decay;
		this.hidden = hidden;
	}

	LinearHead learn(String version, List<Sparse> features, int[] answers, float[] importance) {
		int width = this.labels.size();
		var state = new State(new float[width << this.bits], new float[width << this.bits], new float[width],
				new float[width]);
		var weights = new float[width << this.bits];
		var bias = new float[width];
		var random = new Random(42);
		int[] order = order(features.size());
		for (int epoch = 0; epoch < this.epochs; epoch++) {
			shuffle(order, random);
			for (int at : order) {
				step(state, seen(features.get(at), random), answers[at], importance[at]);
			}
			if (epoch >= this.epochs / 2) {
				addShare(weights, state.weights());
				addShare(bias, state.bias());
			}
		}
		return LinearHead.of(version, this.labels, this.bits, bias, weights);
	}

	/** Those of the features that are not hidden, weighing as much as all would. */
	private Sparse seen(Sparse features, Random random) {
		var buckets = new int[features.buckets().length];
		var weights = new float[buckets.length];
		int count = 0;
		for (int i = 0; i < buckets.length; i++) {
			if (random.nextFloat() >= this.hidden) {
				buckets[count] = features.buckets()[i];
				weights[count++] = features.weights()[i] / (1 - this.hidden);
			}
		}
		return new Sparse(Arrays.copyOf(buckets, count), Arrays.copyOf(weights, count));
	}

	/** Adds an epoch's part of the average. */
	private void addShare(float[] sums, float[] values) {
		float share = 1f / (this.epochs - this.epochs / 2);
		for (int i = 0; i < sums.length; i++) {
			sums[i] += share * values[i];
		}
	}

	private void step(State state, Sparse features, int answer, float importance) {
		int width = this.labels.size();
		float[] errors = Softmax.of(scores(state, features));
		errors[answer] -= 1;
		for (int label = 0; label < width; label++) {
			float slope = errors[label] * importance;
			state.biasSeen()[label] += slope * slope;
			state.bias()[label] -= this.rate * slope / (float) Math.sqrt(state.biasSeen()[label] + 1e-6f);
		}
		for (int i = 0; i < features.buckets().length; i++) {
			int row = features.buckets()[i] * width;
			for (int label = 0; label < width; label++) {
				float slope = errors[label] * importance * features.weights()[i]
						+ this.decay * state.weights()[row + label];
				state.seen()[row + label] += slope * slope;
				state.weights()[row + label] -= this.rate * slope
						/ (float) Math.sqrt(state.seen()[row + label] + 1e-6f);
			}
		}
	}

	private float[] scores(State state, Sparse features) {
		int width = this.labels.size();
		float[] scores = state.bias().clone();
		for (int i = 0; i < features.buckets().length; i++) {
			int row = features.buckets()[i] * width;
			for (int label = 0; label < width; label++) {
				scores[label] += features.weights()[i] * state.weights()[row + label];
			}
		}
		return scores;
	}

	private static int[] order(int count) {
		var order = new int[count];
		for (int i = 0; i < count; i++) {
			order[i] = i;
		}
		return order;
	}

	private static void shuffle(int[] order, Random random) {
		for (int i = order.length - 1; i > 0; i--) {
			int other = random.nextInt(i + 1);
			int kept = order[i];
			order[i] = order[other];
			order[other] = kept;
		}
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record State(float[] weights, float[] seen, float[] bias, float[] biasSeen) {
	}

}
