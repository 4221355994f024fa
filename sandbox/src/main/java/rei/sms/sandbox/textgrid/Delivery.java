package rei.sms.sandbox.textgrid;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Draws what becomes of a text on its way, and when each status is reported.
 */
final class Delivery {

	private static final int LATE = 20;

	private final Carrier carrier;

	private final Random random;

	Delivery(Carrier carrier) {
		this.carrier = carrier;
		this.random = new Random(carrier.seed());
	}

	/**
	 * The statuses of a text with the outcome its phone has, in the order in which they
	 * are reported.
	 */
	synchronized List<Report> plan(Outcome outcome) {
		if (outcome == Outcome.SILENT) {
			return List.of();
		}
		Outcome end = (outcome == Outcome.DELIVERED && happens(this.carrier.lost())) ? Outcome.UNREACHABLE : outcome;
		var statuses = new ArrayList<Report>();
		Duration sent = delay();
		Duration ended = sent.plus(delay());
		boolean shuffled = happens(this.carrier.shuffled());
		if (!happens(this.carrier.unsent())) {
			report("sent", 0, shuffled ? ended : sent, statuses::add);
		}
		report(end.status(), end.code(), shuffled ? sent : ended, statuses::add);
		statuses.sort(Comparator.comparing(Report::after));
		return List.copyOf(statuses);
	}

	private void report(String status, int code, Duration delay, Consumer<Report> to) {
		Duration when = happens(this.carrier.late()) ? delay.multipliedBy(LATE) : delay;
		to.accept(new Report(status, code, when));
		if (happens(this.carrier.doubled())) {
			to.accept(new Report(status, code, when.plus(delay())));
		}
	}

	private Duration delay() {
		long least = this.carrier.fastest().toNanos();
		long spread = this.carrier.slowest().toNanos() - least;
		return Duration.ofNanos(least + (long) (this.random.nextDouble() * spread));
	}

	private boolean happens(double chance) {
		return this.random.nextDouble() < chance;
	}

	/**
	 * One status callback to make.
	 *
	 * @param after how long after the text was taken
	 */
	record Report(String status, int code, Duration after) {
	}

}
