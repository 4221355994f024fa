package rei.sms.jobs.rules;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import rei.sms.db.message.PhoneNumber;

/**
 * Chooses the number a text goes from (decision 29): the one the contact talks with, else
 * the active one of the market that fares well and has the most left today.
 */
public final class NumberChoice {

	private static final Comparator<Candidate> BEST = Comparator.comparing(Candidate::poor)
		.thenComparing(Comparator.comparingInt(Candidate::leftToday).reversed())
		.thenComparing((candidate) -> candidate.lastUsedAt().orElse(Instant.MIN))
		.thenComparing(Candidate::phone);

	private NumberChoice() {
	}

	/**
	 * Chooses for one text.
	 * @param sticky the number that the contact already talks with
	 * @param market the campaign's market
	 * @param numbers all numbers of ours
	 */
	public static Choice choose(Optional<PhoneNumber> sticky, String market, Collection<Candidate> numbers) {
		return sticky.map((kept) -> keep(kept, numbers)).orElseGet(() -> best(market, numbers));
	}

	private static Choice keep(PhoneNumber kept, Collection<Candidate> numbers) {
		var usable = numbers.stream().anyMatch((number) -> number.active() && number.phone().equals(kept));
		return usable ? new Choice.Chosen(kept) : new Choice.Hold("the contact's number " + kept + " is not active");
	}

	private static Choice best(String market, Collection<Candidate> numbers) {
		return numbers.stream()
			.filter(Candidate::active)
			.filter((number) -> number.market().equals(market) || key(number.market()).equals(key(market)))
			.min(BEST)
			.<Choice>map((number) -> new Choice.Chosen(number.phone()))
			.orElseGet(() -> new Choice.Hold("no active number in market " + market));
	}

	private static String key(String market) {
		return market.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
	}

	/**
	 * A number of ours that may be chosen.
	 *
	 * @param leftToday texts it may still send on its local day, below zero when more are
	 * planned
	 * @param poor whether carriers or sellers take its texts badly: it is chosen last,
	 * and keeps the threads it has
	 */
	public record Candidate(PhoneNumber phone, String market, boolean active, int leftToday,
			Optional<Instant> lastUsedAt, boolean poor) {

		public Candidate(PhoneNumber phone, String market, boolean active, int leftToday,
				Optional<Instant> lastUsedAt) {
			this(phone, market, active, leftToday, lastUsedAt, false);
		}

	}

	/** Which number it is. */
	public sealed interface Choice {

		/** The number it goes from. */
		record Chosen(PhoneNumber phone) implements Choice {
		}

		/** It goes from none: hold the text and report why. */
		record Hold(String reason) implements Choice {
		}

	}

}
