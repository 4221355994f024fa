package rei.sms.jobs.intent.classifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.wording.LinearHead;
import rei.sms.db.wording.Sparse;

/**
 * The learned linear heads over a reply's n-grams.
 *
 * @param topic scores what the reply is about
 * @param willing scores whether its writer is open to sell
 * @param threat scores whether it threatens
 */
record Heads(LinearHead topic, LinearHead willing, LinearHead threat) {

	private static final List<String> TOPICS = Arrays.stream(AiIntent.values()).map(AiIntent::label).toList();

	private static final List<String> NO_OR_YES = List.of("no", "yes");

	static Heads load() {
		return new Heads(read("topic-v1.bin"), read("willing-v1.bin"), read("threat-v1.bin"));
	}

	/** Reads what {@link #write} writes. */
	static Heads read(InputStream in) throws IOException {
		var data = new DataInputStream(in);
		return new Heads(part(data), part(data), part(data));
	}

	private static LinearHead part(DataInputStream in) throws IOException {
		return LinearHead.read(new ByteArrayInputStream(in.readNBytes(in.readInt())));
	}

	void write(OutputStream out) throws IOException {
		var data = new DataOutputStream(out);
		for (var head : List.of(this.topic, this.willing, this.threat)) {
			var bytes = new ByteArrayOutputStream();
			head.write(bytes);
			data.writeInt(bytes.size());
			bytes.writeTo(data);
		}
		data.flush();
	}

	private static LinearHead read(String name) {
		try (InputStream file = Objects.requireNonNull(Heads.class.getResourceAsStream(name), name)) {
			return LinearHead.read(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Learns all three from labelled replies; the same replies give the same heads. */
	static Heads learn(String version, List<Example> examples) {
		List<Sparse> features = examples.stream().map(Features::of).toList();
		int[] topics = examples.stream().mapToInt((example) -> TOPICS.indexOf(example.aiIntent().label())).toArray();
		LinearHead topic = trainer(TOPICS).learn(version, features, topics, evenly(examples.size()));
		return new Heads(topic, binary(version, features, examples, Example::isWilling),
				binary(version, features, examples, Example::isThreat));
	}

	private static LinearHead binary(String version, List<Sparse> features, List<Example> examples,
			Predicate<Example> answer) {
		int[] answers = examples.stream().mapToInt((example) -> answer.test(example) ? 1 : 0).toArray();
		return trainer(NO_OR_YES).learn(version, features, answers, evenly(answers.length));
	}

	private static LinearTrainer trainer(List<String> labels) {
		return new LinearTrainer(labels, Features.BITS, 16, 0.2f, 3e-4f, 0.4f);
	}

	private static float[] evenly(int count) {
		var importance = new float[count];
		Arrays.fill(importance, 1);
		return importance;
	}

	/**
	 * What the wording says.
	 * @param optOut the opt-out reader's own log odds
	 */
	Opinion of(Sparse features, float optOut) {
		return new Opinion(this.topic.scores(features), optOut, logOdds(this.willing, features),
				logOdds(this.threat, features));
	}

	private static float logOdds(LinearHead head, Sparse features) {
		float[] scores = head.scores(features);
		return scores[1] - scores[0];
	}

}
