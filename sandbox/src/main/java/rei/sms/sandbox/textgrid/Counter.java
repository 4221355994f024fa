package rei.sms.sandbox.textgrid;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Counts calls in any second.
 */
final class Counter {

	private static final long SECOND = 1_000_000_000L;

	private final Deque<Long> latest = new ArrayDeque<>();

	private final int most;

	Counter(int most) {
		this.most = most;
	}

	/** False when the second is full; 0 means never. */
	synchronized boolean admits(long nanos) {
		while (!this.latest.isEmpty() && nanos - this.latest.getFirst() >= SECOND) {
			this.latest.removeFirst();
		}
		boolean room = this.most == 0 || this.latest.size() < this.most;
		if (room && this.most > 0) {
			this.latest.addLast(nanos);
		}
		return room;
	}

}
