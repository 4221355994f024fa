package rei.sms.db.optout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

import rei.sms.db.optout.Request.None;
import rei.sms.db.optout.Request.Stop;
import rei.sms.db.wording.LinearHead;
import rei.sms.db.wording.Wording;

/**
 * Reads a message for a request to stop, start or help: keywords by rule, free text by
 * general phrases weighed by a small learned head. In doubt it says stop, and that it
 * doubts.
 */
public final class OptOutReader {

	private static final String MODEL = "model-v1.bin";

	/** Below one half: a missed stop is worse than a false one, which a person sees. */
	private static final double SUPPRESS_ASKED = 0.3;

	private static final double SUPPRESS_OTHERWISE = 0.4;

	private static final double CERTAIN = 0.8;

	private final LinearHead head;

	private OptOutReader(LinearHead head) {
		this.head = head;
	}

	/** A reader with another head, learned elsewhere. */
	public static OptOutReader with(LinearHead head) {
		return new OptOutReader(head);
	}

	/** The reader with the model of this build. */
	public static OptOutReader load() {
		try (InputStream file = Objects.requireNonNull(OptOutReader.class.getResourceAsStream(MODEL), MODEL)) {
			return new OptOutReader(LinearHead.read(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Which model decides about free text. */
	public String version() {
		return this.head.version();
	}

	public Request read(String body) {
		return Keywords.read(body).orElseGet(() -> readFreeText(body));
	}

	private Request readFreeText(String body) {
		Wording wording = Wording.of(body);
		String clauses = Clauses.of(wording);
		double confidence = sigmoid(this.head.scores(OptOutFeatures.of(body, wording, clauses)));
		List<String> asks = Phrases.named(Phrases.ASKS, clauses);
		if (confidence < (asks.isEmpty() ? SUPPRESS_OTHERWISE : SUPPRESS_ASKED)) {
			return new None();
		}
		return new Stop(asks.isEmpty() ? "wording" : asks.getFirst(), confidence, confidence < CERTAIN);
	}

	private static double sigmoid(float[] scores) {
		return 1 / (1 + Math.exp(scores[0] - scores[1]));
	}

}
