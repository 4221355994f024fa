package rei.sms.db.wording;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A learned linear model over hashed features: a score for each label, one byte a weight.
 */
public final class LinearHead {

	private final String version;

	private final List<String> labels;

	private final int bits;

	private final float[] bias;

	private final float scale;

	private final byte[] weights;

	private LinearHead(String version, List<String> labels, int bits, float[] bias, float scale, byte[] weights) {
		this.version = version;
		this.labels = List.copyOf(labels);
		this.bits = bits;
		this.bias = bias;
		this.scale = scale;
		this.weights = weights;
	}

	/**
	 * Rounds learned weights to bytes.
	 * @param weights a row of one weight a label for each bucket
	 */
	public static LinearHead of(String version, List<String> labels, int bits, float[] bias, float[] weights) {
		float largest = 1e-6f;
		for (float weight : weights) {
			largest = Math.max(largest, Math.abs(weight));
		}
		float scale = largest / 127;
		var rounded = new byte[weights.length];
		for (int i = 0; i < weights.length; i++) {
			rounded[i] = (byte) Math.round(weights[i] / scale);
		}
		return new LinearHead(version, labels, bits, bias.clone(), scale, rounded);
	}

	public String version() {
		return this.version;
	}

	public List<String> labels() {
		return this.labels;
	}

	/** The number of buckets that features must be hashed to, as a power of two. */
	public int bits() {
		return this.bits;
	}

	/** One score a label, in the order of the labels. */
	public float[] scores(Sparse features) {
		int width = this.bias.length;
		var sums = new float[width];
		int[] buckets = features.buckets();
		for (int i = 0; i < buckets.length; i++) {
			int row = buckets[i] * width;
			float weight = features.weights()[i];
			for (int label = 0; label < width; label++) {
				sums[label] += weight * this.weights[row + label];
			}
		}
		for (int label = 0; label < width; label++) {
			sums[label] = sums[label] * this.scale + this.bias[label];
		}
		return sums;
	}

	public static LinearHead read(InputStream file) throws IOException {
		var in = new DataInputStream(new GZIPInputStream(file, 1 << 16));
		String version = in.readUTF();
		int width = in.readInt();
		var labels = new String[width];
		var bias = new float[width];
		for (int i = 0; i < width; i++) {
			labels[i] = in.readUTF();
			bias[i] = in.readFloat();
		}
		int bits = in.readInt();
		float scale = in.readFloat();
		byte[] weights = in.readNBytes(width << bits);
		return new LinearHead(version, Stream.of(labels).toList(), bits, bias, scale, weights);
	}

	/** Writes what {@link #read} reads; the same model is the same bytes. */
	public void write(OutputStream file) throws IOException {
		try (var out = new DataOutputStream(new GZIPOutputStream(file))) {
			out.writeUTF(this.version);
			out.writeInt(this.bias.length);
			for (int i = 0; i < this.bias.length; i++) {
				out.writeUTF(this.labels.get(i));
				out.writeFloat(this.bias[i]);
			}
			out.writeInt(this.bits);
			out.writeFloat(this.scale);
			out.write(this.weights);
		}
	}

}
