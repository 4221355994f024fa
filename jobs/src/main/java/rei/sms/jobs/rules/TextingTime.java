package rei.sms.jobs.rules;

import java.time.Instant;
import java.time.ZoneId;

/** Whether a recipient may be texted at a given moment, and until or from when. */
public sealed interface TextingTime {

	/**
	 * The recipient may be texted now.
	 *
	 * @param until the first moment at which that ends
	 * @param zone the zone whose clock ends it
	 */
	record Open(Instant until, ZoneId zone) implements TextingTime {
	}

	/**
	 * The recipient may not be texted now.
	 *
	 * @param cause what forbids it
	 * @param opens the first moment at which everything allows it again
	 */
	record Closed(Cause cause, Instant opens) implements TextingTime {
	}

	/** The operator's hours and the recipient's never meet. */
	record Never(Cause cause) implements TextingTime {
	}

	/**
	 * What forbids a text at a moment.
	 *
	 * @param rule the kind of rule
	 * @param detail whose hours they are and which, for the log and the thread
	 * @param zone the zone whose clock was read
	 */
	record Cause(Rule rule, String detail, ZoneId zone) {

		@Override
		public String toString() {
			return this.detail + " (" + this.zone + ")";
		}

	}

	/** The kinds of rules that close a recipient's hours. */
	enum Rule {

		/** Outside the hours of the recipient's state. */
		STATE_HOURS,
		/** A Sunday on which the state allows none. */
		SUNDAY,
		/** A legal holiday of a state that allows none. */
		HOLIDAY,
		/** The operator's own quiet hours. */
		OPERATOR_HOURS,
		/** Nobody knows where the recipient is: the strictest hours hold. */
		PLACE_UNKNOWN

	}

}
