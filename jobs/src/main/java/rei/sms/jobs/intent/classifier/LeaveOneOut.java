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
 * others only. {@code -Dshow=true} prints what it misread.
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
			OptOutReader reader = readerWithout(voice, examples);
			List<Example> left = examples.stream().filter((example) -> example.voice().equals(voice)).toList();
			Counts counts = counts(reader, left);
			print(out, voice, counts);
			all = new Counts(all.both() + counts.both(), all.wanted() + counts.wanted(), all.found() + counts.found());
			if (Boolean.getBoolean("show")) {
				left.forEach((example) -> show(out, reader, example));
			}
		}
		print(out, "all", all);
	}

	static OptOutReader readerWithout(String voice, List<Example> examples) {
		return OptOutReader.with(OptOuts.learn("without " + voice,
				examples.stream().filter((example) -> !example.voice().equals(voice)).toList()));
	}

	static Counts counts(OptOutReader reader, List<Example> examples) {
		List<Example> wanted = examples.stream().filter(Example::optOut).toList();
		long both = wanted.stream().filter((example) -> isStop(reader, example)).count();
		long found = examples.stream().filter((example) -> isStop(reader, example)).count();
		return new Counts((int) both, wanted.size(), (int) found);
	}

	private static boolean isStop(OptOutReader reader, Example example) {
		return reader.read(example.text()) instanceof Stop;
	}

	private static void print(PrintStream out, String voice, Counts counts) {
		out.printf(Locale.ROOT, "%-10s recall %.3f precision %.3f (%d asked, %d found)%n", voice, counts.recall(),
				counts.precision(), counts.wanted(), counts.found());
	}

	private static void show(PrintStream out, OptOutReader reader, Example example) {
		if (isStop(reader, example) != example.optOut()) {
			out.printf(Locale.ROOT, "%s %6.2f %s%n", example.optOut() ? "missed" : "false ",
					reader.assess(example.text()).logOdds(), example.text().replace('\n', '/'));
		}
	}

}
