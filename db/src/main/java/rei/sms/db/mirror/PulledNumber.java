package rei.sms.db.mirror;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;

/** One of our numbers as the team has it in Airtable. */
public record PulledNumber(String record, PhoneNumber phone, @Nullable String market, boolean active,
		@Nullable Integer dailyLimit) {
}
