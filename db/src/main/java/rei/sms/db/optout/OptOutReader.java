package rei.sms.db.optout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;

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
	private static final double SUPPRESS = 0.45;

	/** Also what it takes against words that have another sense here. */
	private static final double CERTAIN = 0.8;

	/** In so many words a request can drown in what is said beside it. */
	private static final int LONG = 20;

	private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?\n])\\s+");

	private final LinearHead head;

	private OptOutReader(LinearHead head) {
		if (head.bits() != OptOutFeatures.BITS) {
			throw new IllegalArgumentException("the opt-out model has 2^" + head.bits() + " buckets, its features 2^"
					+ OptOutFeatures.BITS + ": learn it anew");
		}
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

	/** Reads one message. */
	public Request read(String body) {
		Wording wording = Wording.of(body);
		return Keywords.read(body, wording).orElseGet(() -> {
			Signals signals = Signals.of(body, wording);
			return readFreeText(body, wording, signals, logOdds(signals));
		});
	}

	/** Reads one message and says how much its text sounds like a stop. */
	public Assessment assess(String body) {
		Wording wording = Wording.of(body);
		Signals signals = Signals.of(body, wording);
		float logOdds = logOdds(signals);
		return new Assessment(
				Keywords.read(body, wording).orElseGet(() -> readFreeText(body, wording, signals, logOdds)), logOdds);
	}

	private Request readFreeText(String body, Wording wording, Signals signals, float logOdds) {
		if (wording.words().size() == 1 && NearMiss.isRealWord(wording.words().getFirst())) {
			return new None();
		}
		var whole = weigh(signals, logOdds);
		return (whole instanceof None && wording.words().size() >= LONG) ? anySentence(body) : whole;
	}

	/** A sentence that asks for silence beyond doubt asks for it among others too. */
	private Request anySentence(String body) {
		return SENTENCE.splitAsStream(body)
			.map((sentence) -> Signals.of(sentence, Wording.of(sentence)))
			.map((signals) -> weigh(signals, logOdds(signals)))
			.filter((request) -> request instanceof Stop stop && !stop.doubtful())
			.findFirst()
			.orElseGet(None::new);
	}

	private static Request weigh(Signals signals, float logOdds) {
		double confidence = 1 / (1 + Math.exp(-logOdds));
		if (confidence < threshold(signals)) {
			return new None();
		}
		String reason = signals.asks().isEmpty() ? "wording" : signals.asks().getFirst();
		return new Stop(reason, confidence, confidence < CERTAIN);
	}

	private static double threshold(Signals signals) {
		return (signals.asks().isEmpty() && !signals.guards().isEmpty()) ? CERTAIN : SUPPRESS;
	}

	private float logOdds(Signals signals) {
		float[] scores = this.head.scores(signals.features());
		return scores[1] - scores[0];
	}

	/**
	 * What was read, and the learned head's word for others to weigh.
	 *
	 * @param logOdds above zero the text rather sounds like a stop
	 */
	public record Assessment(Request request, float logOdds) {

		/** Whether it asks us to stop. */
		public boolean isStop() {
			return this.request instanceof Stop;
		}

		/** Whether it does so by the channel's keyword, beyond any doubt. */
		public boolean isKeyword() {
			return this.request instanceof Stop stop && stop.confidence() == 1;
		}

	}

}
