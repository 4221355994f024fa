package rei.sms.jobs.intent.classifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import rei.sms.db.conversation.AiIntent;
import rei.sms.jobs.intent.classifier.WordPieces.Pieces;

/**
 * Judges a reply by its meaning: the encoder's point and the heads trained with its
 * layers.
 */
final class Meanings {

	private static final int TOPICS = AiIntent.values().length;

	/** More pieces than these gain nothing from being read at once. */
	private static final int TOGETHER = 320;

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

	/**
	 * One opinion for each reply. Those of one length are read together: the weights then
	 * come out of memory once for all of them.
	 */
	List<Opinion> of(List<Reply> replies) {
		var opinions = new Opinion[replies.size()];
		List<Pieces> pieces = replies.stream().map(this.encoder::cut).toList();
		IntStream.range(0, opinions.length)
			.boxed()
			.collect(Collectors.groupingBy((at) -> pieces.get(at).length(), TreeMap::new, Collectors.toList()))
			.forEach((length, alike) -> read(alike, Math.max(1, TOGETHER / length), pieces, opinions));
		return List.of(opinions);
	}

	private void read(List<Integer> alike, int most, List<Pieces> pieces, Opinion[] opinions) {
		for (int from = 0; from < alike.size(); from += most) {
			List<Integer> together = alike.subList(from, Math.min(alike.size(), from + most));
			float[][] points = this.encoder.encode(together.stream().map(pieces::get).toList());
			for (int i = 0; i < points.length; i++) {
				opinions[together.get(i)] = opinion(points[i]);
			}
		}
	}

	private Opinion opinion(float[] point) {
		float[] scores = this.heads.scores(point);
		return new Opinion(Arrays.copyOf(scores, TOPICS), scores[TOPICS], scores[TOPICS + 1], scores[TOPICS + 2]);
	}

}
