package rei.sms.jobs.intent.classifier;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/**
 * How many replies a second of one core's time is enough for, read as messages come in
 * chunks and read one by one; time in which others had the core does not count.
 */
record Throughput(double inChunks, double oneByOne) {

	/** As many as each core gets at once in a run. */
	private static final int CHUNK = 250;

	/** The first round warms up. */
	static Throughput of(Classifier classifier, List<Reply> replies) {
		rate(classifier, replies, CHUNK);
		return new Throughput(rate(classifier, replies, CHUNK), rate(classifier, replies, 1));
	}

	private static double rate(Classifier classifier, List<Reply> replies, int chunk) {
		long begun = cpuTime();
		for (int from = 0; from < replies.size(); from += chunk) {
			classifier.classify(replies.subList(from, Math.min(replies.size(), from + chunk)));
		}
		return replies.size() * 1e9 / Math.max(1, cpuTime() - begun);
	}

	private static long cpuTime() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	void print(PrintStream out) {
		out.printf(Locale.ROOT, "replies a second     %.0f in chunks of %d, %.0f one by one, of one core's time%n",
				this.inChunks, CHUNK, this.oneByOne);
	}

}
