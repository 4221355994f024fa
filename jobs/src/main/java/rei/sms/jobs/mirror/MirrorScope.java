package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.List;

/**
 * How much one run of the mirror step takes on.
 *
 * @param extent which rows
 * @param worker whether a worker runs it, which comes again
 * @param limit rows at most
 * @param begun when it began, on {@link System#nanoTime()}
 * @param patience how long it takes on more
 */
record MirrorScope(Extent extent, boolean worker, long limit, long begun, Duration patience) {

	/**
	 * A push works to the end, and so does a reconciliation; any other job works for a
	 * while at what is mostly not its own, and leaves to a worker what can wait.
	 * @param when now, later, or shared with a worker
	 * @param worked whether a worker is at work
	 */
	static MirrorScope of(String job, String when, boolean worked, long limit, Duration patience) {
		var worker = when.equals("later");
		if (!List.of(AirtablePushJob.NAME, AirtableReconcileJob.NAME).contains(job)) {
			return new MirrorScope(extent(worker || worked), worker, Long.MAX_VALUE, System.nanoTime(), patience);
		}
		var extent = when.equals("now") ? Extent.EVERYTHING : extent(worker || worked);
		return new MirrorScope(extent, worker, limit, System.nanoTime(), Duration.ofDays(1));
	}

	private static Extent extent(boolean comesAgain) {
		return comesAgain ? Extent.DUE : Extent.EARLY;
	}

	boolean isOver() {
		return System.nanoTime() - this.begun > this.patience.toNanos();
	}

	/** Which rows a run takes on. */
	enum Extent {

		/** What is due. */
		DUE,
		/** Also what would better wait for its next change. */
		EARLY,
		/** Also what no call leaves for. */
		EVERYTHING

	}

}
