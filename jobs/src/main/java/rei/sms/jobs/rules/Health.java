package rei.sms.jobs.rules;

import java.util.Locale;

/** Judges a number, a template or a campaign by what became of its texts. */
public final class Health {

	private Health() {
	}

	/**
	 * Pauses only what is surely past a threshold: the whole interval must lie beyond it.
	 */
	public static Judgement judge(Counts counts, Thresholds thresholds) {
		var delivered = Share.of(counts.delivered(), counts.settled());
		var filtered = Share.of(counts.filtered(), counts.settled());
		var optedOut = Share.of(counts.optedOut(), counts.settled());
		if (counts.settled() < thresholds.fewest()) {
			return new Judgement.Healthy(delivered, filtered, optedOut);
		}
		if (filtered.isAbove(thresholds.mostFiltered())) {
			return new Judgement.Pause(said("filtered", counts.filtered(), counts.settled()), filtered);
		}
		if (optedOut.isAbove(thresholds.mostOptedOut())) {
			return new Judgement.Pause(said("opted out", counts.optedOut(), counts.settled()), optedOut);
		}
		if (delivered.isBelow(thresholds.fewestDelivered())) {
			return new Judgement.Pause(said("delivered", counts.delivered(), counts.settled()), delivered);
		}
		return new Judgement.Healthy(delivered, filtered, optedOut);
	}

	private static String said(String what, int part, int all) {
		return String.format(Locale.ROOT, "%d of %d %s (%.1f %%)", part, all, what, 100.0 * part / all);
	}

	/**
	 * What became of texts.
	 *
	 * @param settled texts whose fate is known
	 * @param delivered those that arrived
	 * @param filtered those refused for content or sender
	 * @param optedOut those answered by an opt-out
	 */
	public record Counts(int settled, int delivered, int filtered, int optedOut) {
	}

	/**
	 * What is bearable, as shares from 0 to 1.
	 *
	 * @param fewest settled texts below which nothing is judged
	 */
	public record Thresholds(int fewest, double fewestDelivered, double mostFiltered, double mostOptedOut) {
	}

	/** The judgement. */
	public sealed interface Judgement {

		/** Nothing is surely wrong. */
		record Healthy(Share delivered, Share filtered, Share optedOut) implements Judgement {
		}

		/** Too much is: pause it, and why. */
		record Pause(String reason, Share share) implements Judgement {
		}

	}

}
