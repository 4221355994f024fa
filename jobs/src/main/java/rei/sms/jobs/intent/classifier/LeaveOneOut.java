package rei.sms.jobs.intent.classifier;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import rei.sms.db.optout.OptOutReader;
import rei.sms.db.optout.Request.Stop;
import rei.sms.jobs.intent.classifier.Report.Counts;

/**
 * Measures the opt-out reader on authors it never read: for each voice it learns from the
 * others only.
 */
public final class LeaveOneOut {

	private LeaveOneOut() {
	}

	/**
	 * Prints one line a voice and one for all.
	 * @param arguments the folder of the replies
	 */
	public static void main(String[] arguments) {
		var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
		List<Example> examples = Examples.readAll(Path.of(arguments[0]));
		var all = new Counts(0, 0, 0);
		for (String voice : examples.stream().map(Example::voice).distinct().toList()) {
			Counts counts = counts(voice, examples);
			print(out, voice, counts);
			all = sum(all, counts);
		}
		print(out, "all", all);
	}

	static Counts counts(String voice, List<Example> examples) {
		OptOutReader reader = readerWithout(voice, examples);
		List<Example> left = examples.stream().filter((example) -> example.voice().equals(voice)).toList();
		List<Example> found = left.stream().filter((example) -> isStop(reader, example)).toList();
		return new Counts((int) found.stream().filter(Example::optOut).count(),
				(int) left.stream().filter(Example::optOut).count(), found.size());
	}

	private static OptOutReader readerWithout(String voice, List<Example> examples) {
		return OptOutReader.with(OptOuts.learn("without " + voice,
				examples.stream().filter((example) -> !example.voice().equals(voice)).toList()));
	}

	private static boolean isStop(OptOutReader reader, Example example) {
		return reader.read(example.text()) instanceof Stop;
	}

	static Counts sum(Counts one, Counts other) {
		return new Counts(one.both() + other.both(), one.wanted() + other.wanted(), one.found() + other.found());
	}

	private static void print(PrintStream out, String voice, Counts counts) {
		out.printf(Locale.ROOT, "%-10s recall %.3f precision %.3f (%d asked, %d found)%n", voice, counts.recall(),
				counts.precision(), counts.wanted(), counts.found());
	}

}
