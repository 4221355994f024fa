package rei.sms.jobs.airtable;

import java.time.Instant;
import java.util.Optional;

/**
 * How a base is doing, for health and doctor.
 *
 * @param callsThisMonth made by all processes in this calendar month (UTC)
 * @param forecast calls of the whole month if it goes on like this
 * @param restingUntil after Airtable said that we were too fast
 * @param blockedUntil when calls are tried again after {@code blockedWhy}
 */
public record BaseState(String baseId, long callsThisMonth, long forecast, Optional<Instant> restingUntil,
		Optional<Instant> blockedUntil, Optional<String> blockedWhy, Optional<String> lastError,
		Optional<Instant> lastErrorAt) {
}
