package rei.sms.jobs.intent.classifier;

/** Turns scores into shares that add up to one. */
final class Softmax {

	private Softmax() {
	}

	static float[] of(float[] scores) {
		float largest = Float.NEGATIVE_INFINITY;
		for (float score : scores) {
			largest = Math.max(largest, score);
		}
		var shares = new float[scores.length];
		float sum = 0;
		for (int i = 0; i < scores.length; i++) {
			shares[i] = (float) Math.exp(scores[i] - largest);
			sum += shares[i];
		}
		for (int i = 0; i < shares.length; i++) {
			shares[i] /= sum;
		}
		return shares;
	}

}
