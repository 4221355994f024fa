package rei.sms.jobs.intent.facts;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import rei.sms.db.wording.Wording;

/**
 * What one reply tells beside its topic; kept on the thread.
 *
 * @param price what the seller wants
 * @param writeAgain the day from which the seller wants to hear from us
 * @param reasons why the seller may sell
 * @param conditions what is said of the house
 */
public record Facts(Optional<AskingPrice> price, Optional<LocalDate> writeAgain, Set<Reason> reasons,
		Set<Condition> conditions) {

	public Facts {
		reasons = Set.copyOf(reasons);
		conditions = Set.copyOf(conditions);
	}

	/**
	 * Reads them from a reply.
	 * @param today the seller's day, from which "next week" counts
	 * @param priceAsked whether a bare figure answers our question for a price
	 */
	public static Facts of(String reply, LocalDate today, boolean priceAsked) {
		Wording wording = Wording.of(reply);
		return new Facts(Prices.in(wording, priceAsked), DelayDates.in(wording, today), Mentions.reasons(wording),
				Mentions.conditions(wording));
	}

	/** Whether nothing was told. */
	public boolean isEmpty() {
		return this.price.isEmpty() && this.writeAgain.isEmpty() && this.reasons.isEmpty() && this.conditions.isEmpty();
	}

}
