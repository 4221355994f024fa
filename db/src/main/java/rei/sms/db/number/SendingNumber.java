package rei.sms.db.number;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;

/**
 * One of our own numbers.
 *
 * @param dailyLimit texts a local day, or null for the engine's own limit
 * @param quotaDate the local day that {@code sentToday} counts
 * @param sentToday texts handed to the provider on that day
 * @param firstUsedAt when it sent its first text: from then on it warms up
 * @param poor whether carriers or sellers take its texts badly
 */
public record SendingNumber(PhoneNumber phone, @Nullable String market, boolean active, @Nullable Integer dailyLimit,
		@Nullable LocalDate quotaDate, int sentToday, @Nullable Instant lastUsedAt, @Nullable Instant firstUsedAt,
		boolean poor) {

	/** What was sent on {@code day}: a late reset of the quota changes nothing. */
	public int sentOn(LocalDate day) {
		return day.equals(this.quotaDate) ? this.sentToday : 0;
	}

}
