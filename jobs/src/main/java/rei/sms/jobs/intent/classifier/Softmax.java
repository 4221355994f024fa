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

	/** The logarithms of the shares. */
	static float[] logarithms(float[] scores) {
		float[] shares = of(scores);
		for (int i = 0; i < shares.length; i++) {
			shares[i] = (float) Math.log(Math.max(shares[i], 1e-9f));
		}
		return shares;
	}

}
