package rei.sms.jobs.intent.classifier;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;
import rei.sms.jobs.intent.classifier.Evaluate.Read;

/** The scores of one evaluation. */
record Report(List<Read> read) {

	private static final Set<AiIntent> PROMOTING = EnumSet.of(AiIntent.INTEREST_DETECTED, AiIntent.OFFER_DISCUSSION,
			AiIntent.ASK_PRICE);

	private static final int BINS = 10;

	private static final double CONFIDENT = 0.7;

	Report {
		read = List.copyOf(read);
	}

	static Report of(List<Read> read) {
		return new Report(read);
	}

	double accuracy() {
		return share(this.read, Read::isRight);
	}

	double intentAccuracy() {
		return share(this.read, (one) -> one.example().intent() == one.intent());
	}

	double macroF1() {
		return Arrays.stream(AiIntent.values())
			.map(this::topic)
			.filter(Counts::isSeen)
			.mapToDouble(Counts::f1)
			.average()
			.orElse(0);
	}

	Counts topic(AiIntent topic) {
		return counts((one) -> one.example().aiIntent() == topic, (one) -> one.classification().aiIntent() == topic);
	}

	Counts optOuts() {
		return counts((one) -> one.example().optOut(), (one) -> one.classification().optOut());
	}

	/** Those that would become leads: a stop never does. */
	Counts promotions() {
		return counts((one) -> promotes(one.example().aiIntent(), one.example().intent()),
				(one) -> promotes(one.classification().aiIntent(), one.intent()));
	}

	private static boolean promotes(AiIntent topic, Intent intent) {
		return intent == Intent.POSITIVE || (PROMOTING.contains(topic) && intent != Intent.DNC);
	}

	/** How far confidence is from how often it is right, over ten bins. */
	double calibrationError() {
		double error = 0;
		for (int bin = 0; bin < BINS; bin++) {
			List<Read> binned = bin(bin);
			double confidence = binned.stream()
				.mapToDouble((one) -> one.classification().confidence())
				.average()
				.orElse(0);
			error += Math.abs(confidence - share(binned, Read::isRight)) * binned.size() / this.read.size();
		}
		return error;
	}

	/** Of those at a confidence of at least 0.7, how many are right. */
	double confidentAccuracy() {
		return share(confident(), Read::isRight);
	}

	private List<Read> confident() {
		return this.read.stream().filter((one) -> one.classification().confidence() >= CONFIDENT).toList();
	}

	private List<Read> bin(int bin) {
		return this.read.stream()
			.filter((one) -> Math.min(BINS - 1, (int) (one.classification().confidence() * BINS)) == bin)
			.toList();
	}

	private Counts counts(Predicate<Read> wanted, Predicate<Read> found) {
		int both = (int) this.read.stream().filter(wanted.and(found)).count();
		return new Counts(both, (int) this.read.stream().filter(wanted).count(),
				(int) this.read.stream().filter(found).count());
	}

	private static double share(List<Read> read, Predicate<Read> right) {
		return read.isEmpty() ? 0 : (double) read.stream().filter(right).count() / read.size();
	}

	void print(PrintStream out, Pace pace) {
		out.printf(Locale.ROOT, "replies              %d%n", this.read.size());
		out.printf(Locale.ROOT, "ai_intent accuracy   %.3f%n", accuracy());
		out.printf(Locale.ROOT, "ai_intent macro-F1   %.3f%n", macroF1());
		out.printf(Locale.ROOT, "intent accuracy      %.3f%n", intentAccuracy());
		printCounts(out, "opt_out", optOuts());
		printCounts(out, "promotion", promotions());
		out.printf(Locale.ROOT, "calibration error    %.3f%n", calibrationError());
		out.printf(Locale.ROOT, "at confidence >= 0.7 %.3f right of %.3f kept%n", confidentAccuracy(),
				(double) confident().size() / Math.max(1, this.read.size()));
		out.printf(Locale.ROOT, "milliseconds a reply %.2f, p95 %.2f, p99 %.2f%n", pace.mean(), pace.within(0.95),
				pace.within(0.99));
		out.println();
		printTopics(out);
		printConfusion(out);
		printCalibration(out);
	}

	private static void printCounts(PrintStream out, String name, Counts counts) {
		out.printf(Locale.ROOT, "%-20s recall %.3f precision %.3f (%d asked, %d found)%n", name, counts.recall(),
				counts.precision(), counts.wanted(), counts.found());
	}

	private void printTopics(PrintStream out) {
		out.printf(Locale.ROOT, "%-20s %6s %6s %6s %6s%n", "label", "n", "recall", "prec.", "F1");
		for (AiIntent topic : AiIntent.values()) {
			Counts counts = topic(topic);
			out.printf(Locale.ROOT, "%-20s %6d %6.3f %6.3f %6.3f%n", topic.label(), counts.wanted(), counts.recall(),
					counts.precision(), counts.f1());
		}
	}

	private void printConfusion(PrintStream out) {
		out.println();
		out.println("confusion: a row is the label, a column what was read");
		var head = new StringBuilder(" ".repeat(20));
		for (AiIntent topic : AiIntent.values()) {
			head.append(String.format(Locale.ROOT, "%6.5s", topic.label()));
		}
		out.println(head);
		for (AiIntent label : AiIntent.values()) {
			var row = new StringBuilder(String.format(Locale.ROOT, "%-20s", label.label()));
			for (AiIntent topic : AiIntent.values()) {
				row.append(String.format(Locale.ROOT, "%6d", counts((one) -> one.example().aiIntent() == label,
						(one) -> one.classification().aiIntent() == topic)
					.both()));
			}
			out.println(row);
		}
	}

	private void printCalibration(PrintStream out) {
		out.println();
		out.println("confidence        n  right");
		for (int bin = 0; bin < BINS; bin++) {
			List<Read> binned = bin(bin);
			out.printf(Locale.ROOT, "%.1f to %.1f    %6d  %.3f%n", bin / 10.0, (bin + 1) / 10.0, binned.size(),
					share(binned, Read::isRight));
		}
	}

	/**
	 * How often a label was wanted, found, and both.
	 */
	record Counts(int both, int wanted, int found) {

		boolean isSeen() {
			return this.wanted + this.found > 0;
		}

		double recall() {
			return (this.wanted == 0) ? 0 : (double) this.both / this.wanted;
		}

		double precision() {
			return (this.found == 0) ? 0 : (double) this.both / this.found;
		}

		double f1() {
			return isSeen() ? 2.0 * this.both / (this.wanted + this.found) : 0;
		}

	}

}
