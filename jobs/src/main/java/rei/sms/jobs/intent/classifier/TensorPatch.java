package rei.sms.jobs.intent.classifier;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Overwrites named weights of an ONNX file in place: how our trained layers take the
 * place of the artifact's without a second copy of all the others.
 */
final class TensorPatch {

	/** Where a tensor keeps what we look for. */
	private static final int FLOATS_OF_TENSOR = 4;

	private static final int NAME_OF_TENSOR = 8;

	private static final int BYTES_OF_TENSOR = 9;

	private final Map<String, byte[]> weights;

	private TensorPatch(Map<String, byte[]> weights) {
		this.weights = weights;
	}

	static TensorPatch read(InputStream file) throws IOException {
		var in = new DataInputStream(new GZIPInputStream(file, 1 << 16));
		var weights = new HashMap<String, byte[]>();
		for (int left = in.readInt(); left > 0; left--) {
			weights.put(in.readUTF(), in.readNBytes(in.readInt()));
		}
		return new TensorPatch(weights);
	}

	/** Changes the model's bytes. */
	void applyTo(byte[] model) {
		int patched = new ProtoFields(model).sum(Wiring.GRAPH_OF_MODEL,
				(graph) -> graph.sum(Wiring.TENSOR_OF_GRAPH, (tensor) -> overwrite(model, tensor)));
		if (patched != this.weights.size()) {
			throw new IllegalStateException("the encoder lacks " + (this.weights.size() - patched) + " tensors");
		}
	}

	private int overwrite(byte[] model, ProtoFields tensor) {
		ProtoFields named = tensor.first(NAME_OF_TENSOR);
		byte[] ours = this.weights.get(new String(model, named.from(), named.length(), StandardCharsets.UTF_8));
		if (ours == null) {
			return 0;
		}
		ProtoFields theirs = tensor.has(BYTES_OF_TENSOR) ? tensor.first(BYTES_OF_TENSOR)
				: tensor.first(FLOATS_OF_TENSOR);
		if (theirs.length() != ours.length) {
			throw new IllegalStateException("a tensor of the encoder has another size");
		}
		System.arraycopy(ours, 0, model, theirs.from(), ours.length);
		return 1;
	}

}
