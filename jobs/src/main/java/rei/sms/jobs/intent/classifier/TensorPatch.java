package rei.sms.jobs.intent.classifier;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * Overwrites named weights of an ONNX file in place: how our trained layers take the
 * place of the artifact's without a second copy of all the others.
 */
final class TensorPatch {

	/** Where each message of the format keeps what we look for. */
	private static final int GRAPH_OF_MODEL = 7;

	private static final int TENSOR_OF_GRAPH = 5;

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
		int patched = new Fields(model, 0, model.length).sum(GRAPH_OF_MODEL,
				(graph) -> graph.sum(TENSOR_OF_GRAPH, (tensor) -> overwrite(model, tensor)));
		if (patched != this.weights.size()) {
			throw new IllegalStateException("the encoder lacks " + (this.weights.size() - patched) + " tensors");
		}
	}

	private int overwrite(byte[] model, Fields tensor) {
		Fields named = tensor.first(NAME_OF_TENSOR);
		byte[] ours = this.weights.get(new String(model, named.from, named.to - named.from, StandardCharsets.UTF_8));
		if (ours == null) {
			return 0;
		}
		Fields theirs = tensor.has(BYTES_OF_TENSOR) ? tensor.first(BYTES_OF_TENSOR) : tensor.first(FLOATS_OF_TENSOR);
		if (theirs.to - theirs.from != ours.length) {
			throw new IllegalStateException("a tensor of the encoder has another size");
		}
		System.arraycopy(ours, 0, model, theirs.from, ours.length);
		return 1;
	}

	/** The fields of one protobuf message, read as they lie in the file. */
	private static final class Fields {

		private final byte[] file;

		private final int from;

		private final int to;

		private int at;

		Fields(byte[] file, int from, int to) {
			this.file = file;
			this.from = from;
			this.to = to;
			this.at = from;
		}

		int sum(int wanted, ToIntFunction<Fields> each) {
			int sum = 0;
			this.at = this.from;
			while (this.at < this.to) {
				Fields field = next(wanted);
				sum += (field != null) ? each.applyAsInt(field) : 0;
			}
			return sum;
		}

		boolean has(int wanted) {
			return sum(wanted, (_) -> 1) > 0;
		}

		Fields first(int wanted) {
			this.at = this.from;
			while (this.at < this.to) {
				Fields field = next(wanted);
				if (field != null) {
					return field;
				}
			}
			return new Fields(this.file, this.to, this.to);
		}

		private @Nullable Fields next(int wanted) {
			long tag = number();
			switch ((int) (tag & 7)) {
				case 0 -> number();
				case 1 -> this.at += 8;
				case 2 -> {
					int length = (int) number();
					int begin = this.at;
					this.at += length;
					return (tag >>> 3 == wanted) ? new Fields(this.file, begin, this.at) : null;
				}
				case 5 -> this.at += 4;
				default -> throw new IllegalStateException("no ONNX file");
			}
			return null;
		}

		private long number() {
			long number = 0;
			for (int shift = 0;; shift += 7) {
				byte next = this.file[this.at++];
				number |= (long) (next & 0x7f) << shift;
				if (next >= 0) {
					return number;
				}
			}
		}

	}

}
