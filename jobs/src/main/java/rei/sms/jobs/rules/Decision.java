package rei.sms.jobs.rules;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What the send gate decided about one text at one moment. */
public sealed interface Decision {

	/**
	 * The text may go to the provider now.
	 *
	 * @param ruleVersion the version of the hours' table that decided
	 * @param zone the zone whose clock ends the recipient's window
	 * @param validUntil the end of the recipient's window: the decision must not be used
	 * from then on
	 */
	record Allowed(String ruleVersion, ZoneId zone, Instant validUntil) implements Decision {
	}

	/**
	 * The text must not go.
	 *
	 * @param rule the first check that refused
	 * @param reason why, in words for the thread and the log
	 * @param next the earliest moment at which that check may pass, where it is known
	 * @param forever whether the text can never go any more
	 */
	record Refused(Rule rule, String reason, Optional<Instant> next, boolean forever) implements Decision {

		static Refused forever(Rule rule, String reason) {
			return new Refused(rule, reason, Optional.empty(), true);
		}

		static Refused until(Rule rule, String reason, Instant next) {
			return new Refused(rule, reason, Optional.of(next), false);
		}

		/** Refused until somebody changes something. */
		static Refused held(Rule rule, String reason) {
			return new Refused(rule, reason, Optional.empty(), false);
		}

	}

	/** The checks of the gate, in their order (decision 26). */
	enum Rule {

		/** Somebody paused everything, the market, the campaign or the number. */
		KILL_SWITCH,
		/** The phone has opted out. */
		SUPPRESSION,
		/** The contact's stage or the Do-Not-Call registry forbids it. */
		CONSENT,
		/** Outside the recipient's hours. */
		QUIET_HOURS,
		/** The recipient has had enough texts. */
		FREQUENCY,
		/** The campaign does not run or its window is closed. */
		CAMPAIGN,
		/** Our number is not in use. */
		NUMBER,
		/** The number's minute is full. */
		NUMBER_RATE,
		/** The minute of all numbers is full. */
		GLOBAL_RATE,
		/** The number's day is full. */
		DAILY_LIMIT

	}

}
