package rei.sms.jobs.intent.classifier;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;

/**
 * What the classifier costs in a JVM of its own: {@code first} says how long the first
 * answer takes with nothing loaded, {@code pace} how fast others follow.
 * {@code bench/classifier} runs both.
 */
final class ClassifierBench {

	private static final int CHUNK = 250;

	private static final int WARMING = 4;

	private ClassifierBench() {
	}

	public static void main(String[] arguments) throws IOException {
		switch (arguments[0]) {
			case "first" -> first();
			case "pace" -> pace(Classifier.load(), Measured.replies().stream().map(Example::reply).toList());
			default -> throw new IllegalArgumentException(arguments[0]);
		}
	}

	/** Milliseconds until the answer, milliseconds of processors for it, megabytes. */
	private static void first() throws IOException {
		long cpu = cpuTime();
		long begun = System.nanoTime();
		Classifier.load().classify("my aunt left it to us, what would you pay", Context.INTEREST_FEELER);
		long took = System.nanoTime() - begun;
		System.out.printf(Locale.ROOT, "%.0f %.0f %d%n", took / 1e6, (cpuTime() - cpu) / 1e6, resident());
	}

	/**
	 * A second one by one, a second in chunks, milliseconds of the slowest of twenty,
	 * megabytes.
	 */
	private static void pace(Classifier classifier, List<Reply> replies) throws IOException {
		for (int round = 0; round < WARMING; round++) {
			perSecond(classifier, replies, CHUNK);
		}
		perSecond(classifier, replies, 1);
		var pace = new Pace();
		long begun = System.nanoTime();
		replies.forEach((reply) -> pace.of(() -> classifier.classify(List.of(reply))));
		double alone = replies.size() * 1e9 / (System.nanoTime() - begun);
		double chunks = perSecond(classifier, replies, CHUNK);
		System.out.printf(Locale.ROOT, "%.0f %.0f %.1f %d%n", alone, chunks, pace.within(0.95), resident());
	}

	private static double perSecond(Classifier classifier, List<Reply> replies, int chunk) {
		long begun = System.nanoTime();
		for (int from = 0; from < replies.size(); from += chunk) {
			classifier.classify(replies.subList(from, Math.min(replies.size(), from + chunk)));
		}
		return replies.size() * 1e9 / (System.nanoTime() - begun);
	}

	private static long cpuTime() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	/** The most that was ever resident, where the system says it. */
	private static long resident() throws IOException {
		Path status = Path.of("/proc/self/status");
		if (Files.notExists(status)) {
			return 0;
		}
		try (var lines = Files.lines(status)) {
			return lines.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(0);
		}
	}

}
