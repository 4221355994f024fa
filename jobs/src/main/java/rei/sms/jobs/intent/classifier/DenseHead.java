package rei.sms.jobs.intent.classifier;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A learned linear layer over the encoder's points: a row of weights and a bias for each
 * answer.
 */
final class DenseHead {

	private final float[][] weights;

	private final float[] bias;

	private DenseHead(float[][] weights, float[] bias) {
		this.weights = weights;
		this.bias = bias;
	}

	/** Reads the number of answers and inputs, then each answer's bias and weights. */
	static DenseHead read(InputStream file) throws IOException {
		var in = new DataInputStream(new GZIPInputStream(file));
		var weights = new float[in.readInt()][in.readInt()];
		var bias = new float[weights.length];
		for (int answer = 0; answer < weights.length; answer++) {
			bias[answer] = in.readFloat();
			for (int i = 0; i < weights[answer].length; i++) {
				weights[answer][i] = in.readFloat();
			}
		}
		return new DenseHead(weights, bias);
	}

	float[] scores(float[] point) {
		float[] scores = this.bias.clone();
		for (int answer = 0; answer < scores.length; answer++) {
			float[] row = this.weights[answer];
			for (int i = 0; i < row.length; i++) {
				scores[answer] += row[i] * point[i];
			}
		}
		return scores;
	}

}
