package rei.sms.jobs.airtable;

import java.time.Duration;

import org.springframework.stereotype.Component;

import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Unavailable;

/**
 * The one rate of each base, shared by every thread and process: the call that would
 * exceed it is never made.
 */
@Component
public final class BaseRate {

	private static final Duration SOONEST = Duration.ofMillis(2);

	/** Long enough to choose what the next calls carry. */
	private static final Duration AHEAD = Duration.ofMillis(300);

	private static final Duration WINDOW = Duration.ofSeconds(2);

	private final Arrivals arrivals = new Arrivals();

	private final Stalls stalls = new Stalls();

	private final AirtableBases bases;

	private final Duration longestWait;

	BaseRate(AirtableBases bases, AirtableProperties properties) {
		this.bases = bases;
		this.longestWait = properties.longestWait();
	}

	/**
	 * Waits for this call's turn and takes it.
	 * @throws Unavailable when the turn is too far away
	 * @throws BaseStopped when the base makes no calls
	 */
	Turn take(String base, Lane lane) {
		var deadline = System.nanoTime() + this.longestWait.toNanos();
		while (true) {
			var asked = System.nanoTime();
			switch (this.bases.take(base, lane, this.arrivals.longestUsual())) {
				case Slot.Taken taken -> {
					pause(taken.in());
					return new Turn(taken.due(), asked + taken.in().toNanos(), taken.probe());
				}
				case Slot.Wait wait -> waitFor(base, wait.time(), deadline);
				case Slot.Stopped stopped -> throw stopped(base, stopped);
			}
		}
	}

	/**
	 * Waits until a call may leave in a moment: what it carries is best chosen then, not
	 * earlier.
	 */
	public void awaitTurn(String base) {
		var wait = this.bases.untilFree(base, this.arrivals.longestUsual()).minus(AHEAD);
		if (wait.isPositive()) {
			pause((wait.compareTo(WINDOW) < 0) ? wait : WINDOW);
		}
	}

	/**
	 * Notes when a call left that its thread held up after its turn, or may be held up
	 * behind it: threads were lately. Answers the turn as it is counted now.
	 */
	Turn left(String base, Turn turn) {
		var distance = this.stalls.left(System.nanoTime() - turn.begun());
		return (this.arrivals.isCold() || distance.isEmpty()) ? turn
				: new Turn(this.bases.postpone(base, turn.due(), distance.orElseThrow()), turn.begun(), turn.probe());
	}

	/**
	 * Notes that a call ended. The first of a process run through cold code, which may
	 * reach the wire long after it believes to have; others are held up on their way.
	 */
	void ended(String base, Turn turn) {
		this.arrivals.ended(Duration.ofNanos(System.nanoTime() - turn.begun()), this.stalls.areRecent())
			.ifPresentOrElse((sinceArrival) -> this.bases.ended(base, turn.due(), sinceArrival),
					() -> this.bases.ended(base, turn.due()));
	}

	private static BaseStopped stopped(String base, Slot.Stopped stopped) {
		return stopped.why().equals(AirtableBases.BILLING) ? new BillingStopped(base, stopped.time())
				: new Forbidden(base, stopped.time());
	}

	private static void waitFor(String base, Duration time, long deadline) {
		if (System.nanoTime() + time.toNanos() > deadline) {
			throw new Unavailable("base " + base + " has no free call", Outcome.NOT_SENT, time);
		}
		pause((time.compareTo(SOONEST) > 0) ? time : SOONEST);
	}

	private static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Unavailable("interrupted while waiting for a free call", Outcome.NOT_SENT);
		}
	}

}
