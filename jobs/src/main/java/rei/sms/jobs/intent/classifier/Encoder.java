package rei.sms.jobs.intent.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongBiFunction;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;

import rei.sms.jobs.intent.classifier.WordPieces.Pieces;

/**
 * Turns replies and what we had asked into points in the space of meanings: a small
 * English sentence encoder whose upper layers were trained on sellers' replies. A reply's
 * point is the same whatever is read beside it. One for the process, for all threads.
 */
final class Encoder {

	/** The width of a point: the first piece's state and the mean of all. */
	static final int WIDTH = 768;

	private static final int STATE = WIDTH / 2;

	private static final String MODEL = "/bge-small-en-v1.5-q.onnx";

	private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

	private static final String LAYERS = "layers-v1.bin";

	private static final String WIRING = "wiring-v1.onnx";

	private final WordPieces words;

	private final OrtEnvironment environment;

	private final OrtSession session;

	private Encoder(WordPieces words, OrtEnvironment environment, OrtSession session) {
		this.words = words;
		this.environment = environment;
		this.session = session;
	}

	/** The words and the runtime are read while the model is: each takes as long. */
	static Encoder load() {
		var environment = CompletableFuture.supplyAsync(OrtEnvironment::getEnvironment, Thread::startVirtualThread);
		var words = CompletableFuture.supplyAsync(Encoder::words, Thread::startVirtualThread);
		try {
			byte[] model = model();
			var session = environment.join().createSession(model, oneThread());
			return new Encoder(words.join(), environment.join(), session);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static WordPieces words() {
		try (InputStream tokenizer = resource(TOKENIZER)) {
			return WordPieces.read(tokenizer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] model() throws IOException {
		try (InputStream layers = resource(LAYERS); InputStream wiring = resource(WIRING)) {
			byte[] bytes = artifact();
			TensorPatch.read(layers).applyTo(bytes);
			return Wiring.over(bytes, wiring.readAllBytes());
		}
	}

	/** Into an array of its size at once, where that is told: it is large. */
	private static byte[] artifact() throws IOException {
		URLConnection model = Objects.requireNonNull(Encoder.class.getResource(MODEL), MODEL).openConnection();
		int length = model.getContentLength();
		try (InputStream bytes = model.getInputStream()) {
			if (length < 0) {
				return bytes.readAllBytes();
			}
			var whole = new byte[length];
			bytes.readNBytes(whole, 0, length);
			return whole;
		}
	}

	private static InputStream resource(String name) {
		return Objects.requireNonNull(Encoder.class.getResourceAsStream(name), name);
	}

	/** Callers bring their own threads; memory that is free again goes back. */
	@SuppressWarnings("resource")
	private static SessionOptions oneThread() throws OrtException {
		var options = new SessionOptions();
		options.setIntraOpNumThreads(1);
		options.setInterOpNumThreads(1);
		options.setCPUArenaAllocator(false);
		options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
		return options;
	}

	/** A reply's pieces, with a hint at what we had asked. */
	Pieces cut(Reply reply) {
		return this.words.cut(reply.text(), hint(reply.context()));
	}

	/** A point for each of some replies, all of which have as many pieces. */
	float[][] encode(List<Pieces> replies) {
		int length = replies.getFirst().length();
		try (OnnxTensor ids = tensor(replies, length, (reply, place) -> reply.ids()[place]);
				OnnxTensor segments = tensor(replies, length, (reply, place) -> (place < reply.second()) ? 0 : 1);
				OnnxTensor places = tensor(replies, length, (_, place) -> place);
				var result = this.session.run(Map.of("ids", ids, "segments", segments, "places", places))) {
			return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), replies.size(), length);
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private OnnxTensor tensor(List<Pieces> replies, int length, ToLongBiFunction<Pieces, Integer> value)
			throws OrtException {
		var values = LongBuffer.allocate(replies.size() * length);
		for (Pieces reply : replies) {
			for (int place = 0; place < length; place++) {
				values.put(value.applyAsLong(reply, place));
			}
		}
		return OnnxTensor.createTensor(this.environment, values.flip(), new long[] { replies.size(), length });
	}

	private static float[][] pooled(FloatBuffer states, int replies, int length) {
		var points = new float[replies][WIDTH];
		var state = new float[STATE];
		for (float[] point : points) {
			for (int place = 0; place < length; place++) {
				states.get(state);
				if (place == 0) {
					System.arraycopy(state, 0, point, 0, STATE);
				}
				for (int i = 0; i < STATE; i++) {
					point[STATE + i] += state[i] / length;
				}
			}
		}
		return points;
	}

	/** One word for what we had asked, as in training. */
	static String hint(Context context) {
		return switch (context) {
			case OWNERSHIP_CHECK -> "owner";
			case INTEREST_FEELER -> "selling";
			case PRICE_FOLLOWUP -> "price";
			case CONDITION_CHECK -> "condition";
			case MOTIVATION_CHECK -> "reason";
			case OFFER_FOLLOWUP -> "offer";
			case CONTRACT_FOLLOWUP -> "contract";
			case DELAY_CHECKIN -> "later";
		};
	}

}
