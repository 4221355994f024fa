package rei.sms.jobs.intent.classifier;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.conversation.Intent;
import rei.sms.jobs.rules.IntentRules;

/**
 * Measures the classifier on a file of labelled replies: {@code -Dset=FILE.jsonl} names
 * it, {@code -Dout=FILE.jsonl} where to write one prediction a line. Labels are used for
 * the scores only.
 */
public final class Evaluate {

	private static final JsonMapper JSON = new JsonMapper();

	private Evaluate() {
	}

	public static void main(String[] arguments) {
		String set = System.getProperty("set", "");
		if (set.isEmpty()) {
			throw new IllegalArgumentException("-Dset=FILE.jsonl names the labelled replies");
		}
		List<Example> examples = Examples.read(Path.of(set));
		Classifier classifier = Classifier.load();
		classifier.classify("hello", Context.OWNERSHIP_CHECK);
		var pace = new Pace();
		List<Read> read = examples.stream()
			.map((example) -> new Read(example, pace.of(() -> classifier.classify(example.text(), example.context()))))
			.toList();
		var print = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		Throughput.of(classifier, examples.stream().map(Example::reply).toList()).print(print);
		Report.of(read).print(print, pace);
		String out = System.getProperty("out", "");
		if (!out.isEmpty()) {
			write(read, Path.of(out));
		}
	}

	private static void write(List<Read> read, Path file) {
		try {
			Files.write(file, read.stream().map(Evaluate::line).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String line(Read read) {
		Classification classification = read.classification();
		return JSON.createObjectNode()
			.put("ai_intent", classification.aiIntent().label())
			.put("intent", read.intent().label())
			.put("opt_out", classification.optOut())
			.put("confidence", Math.round(classification.confidence() * 1e4) / 1e4)
			.toString();
	}

	/** A labelled reply and what was read in it. */
	record Read(Example example, Classification classification) {

		/** The intent, derived as the engine derives it. */
		Intent intent() {
			return IntentRules.of(this.classification.reading(this.example.context().asked(), Set.of()));
		}

		boolean isRight() {
			return this.example.aiIntent() == this.classification.aiIntent();
		}

	}

}
