package rei.sms.db.outbox;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;

/**
 * A minute that has no room for more, and how those wait who want some.
 *
 * @param ours the number whose minute it is, or null for the minute of all
 * @param from when there is room again
 * @param spacing how long each segment keeps the next away
 * @param rule the check that refused, with its words and the version of its rules
 */
public record FullMinute(@Nullable PhoneNumber ours, Instant from, Duration spacing, String rule, String reason,
		String ruleVersion) {
}
