package rei.sms.jobs.airtable;

import java.time.Duration;
import java.time.Instant;

/** What the shared row answered to a call that wants to be made. */
sealed interface Slot {

	/**
	 * The call's turn has come or comes in a moment.
	 *
	 * @param due when it comes, by the database's clock
	 * @param probe whether it is the single call that ends a rest
	 */
	record Taken(Duration in, Instant due, boolean probe) implements Slot {
	}

	/** Ask again then. */
	record Wait(Duration time) implements Slot {
	}

	/** The base makes no calls. */
	record Stopped(Duration time, String why) implements Slot {
	}

}
