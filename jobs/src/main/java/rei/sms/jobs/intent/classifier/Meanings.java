package rei.sms.jobs.intent.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

import rei.sms.db.conversation.AiIntent;

/**
 * Judges a reply by its meaning: the encoder's point and the heads trained with its
 * layers.
 */
final class Meanings {

	private static final int TOPICS = AiIntent.values().length;

	private static final String HEADS = "meaning-v1.bin";

	private final Encoder encoder;

	private final DenseHead heads;

	private Meanings(Encoder encoder, DenseHead heads) {
		this.encoder = encoder;
		this.heads = heads;
	}

	static Meanings load() {
		try (InputStream file = Objects.requireNonNull(Meanings.class.getResourceAsStream(HEADS), HEADS)) {
			return new Meanings(Encoder.load(), DenseHead.read(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Opinion of(String reply, Context context) {
		float[] scores = this.heads.scores(this.encoder.encode(reply, context));
		return new Opinion(Arrays.copyOf(scores, TOPICS), scores[TOPICS], scores[TOPICS + 1], scores[TOPICS + 2]);
	}

}
