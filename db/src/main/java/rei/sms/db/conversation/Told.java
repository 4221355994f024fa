package rei.sms.db.conversation;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a seller told beside the topic.
 *
 * @param askingLow the price, or the least of a range, in whole dollars
 * @param askingHigh the same, or the most of the range
 * @param writeAgain the day from which the seller wants to hear from us
 * @param reasons why the seller may sell
 * @param conditions what is said of the house
 * @param language {@code en} or {@code es}
 */
public record Told(@Nullable Long askingLow, @Nullable Long askingHigh, @Nullable LocalDate writeAgain,
		List<String> reasons, List<String> conditions, @Nullable String language) {

	/** Nothing. */
	public static final Told NOTHING = new Told(null, null, null, List.of(), List.of(), null);

	public Told {
		reasons = List.copyOf(reasons);
		conditions = List.copyOf(conditions);
	}

}
