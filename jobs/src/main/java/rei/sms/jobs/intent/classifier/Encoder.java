package rei.sms.jobs.intent.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;

import rei.sms.jobs.intent.classifier.WordPieces.Pieces;

/**
 * Turns a reply and what we had asked into a point in the space of meanings: a small
 * English sentence encoder whose upper layers were trained on sellers' replies. One for
 * the process, for all threads.
 */
final class Encoder {

	/** The width of a point: the first piece's state and the mean of all. */
	static final int WIDTH = 768;

	private static final int STATE = WIDTH / 2;

	private static final String MODEL = "/bge-small-en-v1.5-q.onnx";

	private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

	private static final String LAYERS = "layers-v1.bin";

	private final WordPieces words;

	private final OrtEnvironment environment;

	private final OrtSession session;

	private Encoder(WordPieces words, OrtEnvironment environment, OrtSession session) {
		this.words = words;
		this.environment = environment;
		this.session = session;
	}

	static Encoder load() {
		try (InputStream tokenizer = resource(TOKENIZER)) {
			var environment = OrtEnvironment.getEnvironment();
			return new Encoder(WordPieces.read(tokenizer), environment,
					environment.createSession(model(), oneThread()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] model() throws IOException {
		try (InputStream model = resource(MODEL); InputStream layers = resource(LAYERS)) {
			byte[] bytes = model.readAllBytes();
			TensorPatch.read(layers).applyTo(bytes);
			return bytes;
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

	/** One point. */
	float[] encode(String reply, Context context) {
		Pieces pieces = this.words.cut(reply, hint(context));
		long[] ids = pieces.ids();
		var mask = new long[ids.length];
		Arrays.fill(mask, 1);
		var segments = new long[ids.length];
		Arrays.fill(segments, pieces.second(), ids.length, 1);
		try (OnnxTensor input = tensor(ids);
				OnnxTensor attended = tensor(mask);
				OnnxTensor second = tensor(segments);
				var result = this.session
					.run(Map.of("input_ids", input, "attention_mask", attended, "token_type_ids", second))) {
			return pooled(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
		}
		catch (OrtException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private OnnxTensor tensor(long[] values) throws OrtException {
		return OnnxTensor.createTensor(this.environment, LongBuffer.wrap(values), new long[] { 1, values.length });
	}

	private static float[] pooled(FloatBuffer states, int length) {
		var point = new float[WIDTH];
		states.get(0, point, 0, STATE);
		for (int i = 0; i < length; i++) {
			for (int j = 0; j < STATE; j++) {
				point[STATE + j] += states.get(i * STATE + j) / length;
			}
		}
		return point;
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
