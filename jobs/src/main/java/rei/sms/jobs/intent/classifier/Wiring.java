package rei.sms.jobs.intent.classifier;

import java.nio.ByteBuffer;

/**
 * Puts an ONNX file's weights under another wiring: the file's own takes three times as
 * many steps, and rounds by what is read together.
 */
final class Wiring {

	/** Where the messages of the format keep what we look for. */
	static final int GRAPH_OF_MODEL = 7;

	static final int TENSOR_OF_GRAPH = 5;

	/** Says that a length and so many bytes follow. */
	private static final int BYTES = 2;

	/** A byte for the field and at most five for its length. */
	private static final int MOST_OF_A_HEAD = 6;

	private Wiring() {
	}

	/**
	 * A model of the steps of {@code wiring} and the weights of {@code model}: two
	 * messages of the format in a row are one with the fields of both.
	 */
	static byte[] over(byte[] model, byte[] wiring) {
		var file = new ProtoFields(model);
		int length = file.sum(GRAPH_OF_MODEL, (graph) -> graph.sum(TENSOR_OF_GRAPH, Wiring::room));
		var wired = ByteBuffer.allocate(wiring.length + room(GRAPH_OF_MODEL, length));
		wired.put(wiring);
		open(GRAPH_OF_MODEL, length, wired);
		file.sum(GRAPH_OF_MODEL, (graph) -> graph.sum(TENSOR_OF_GRAPH, (tensor) -> copy(model, tensor, wired)));
		return wired.array();
	}

	private static int room(ProtoFields tensor) {
		return room(TENSOR_OF_GRAPH, tensor.length());
	}

	private static int room(int field, int length) {
		var head = ByteBuffer.allocate(MOST_OF_A_HEAD);
		open(field, length, head);
		return head.position() + length;
	}

	private static int copy(byte[] model, ProtoFields tensor, ByteBuffer out) {
		open(TENSOR_OF_GRAPH, tensor.length(), out);
		out.put(model, tensor.from(), tensor.length());
		return 1;
	}

	private static void open(int field, int length, ByteBuffer out) {
		out.put((byte) ((field << 3) | BYTES));
		int left = length;
		while (left > 0x7f) {
			out.put((byte) ((left & 0x7f) | 0x80));
			left >>>= 7;
		}
		out.put((byte) left);
	}

}
