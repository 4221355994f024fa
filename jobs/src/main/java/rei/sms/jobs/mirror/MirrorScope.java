package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.List;

/**
 * How much one run of the mirror step takes on.
 *
 * @param early also rows that would better wait for their next change
 * @param limit rows at most
 * @param begun when it began, on {@link System#nanoTime()}
 * @param patience how long it takes on more
 */
record MirrorScope(boolean early, long limit, long begun, Duration patience) {

	/**
	 * A push works to the end, and so does a reconciliation; any other job works for a
	 * while at what is mostly not its own.
	 */
	static MirrorScope of(String job, boolean early, long limit, Duration patience) {
		return List.of(AirtablePushJob.NAME, AirtableReconcileJob.NAME).contains(job)
				? new MirrorScope(early, limit, System.nanoTime(), Duration.ofDays(1))
				: new MirrorScope(early, Long.MAX_VALUE, System.nanoTime(), patience);
	}

	boolean isOver() {
		return System.nanoTime() - this.begun > this.patience.toNanos();
	}

}
