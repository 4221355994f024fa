package rei.sms.ops.threads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom a thread is with, and where we stand.
 *
 * @param suppressed why nothing may be sent, or null
 * @param handedOver since when a person answers instead of the engine, or null
 */
public record Seller(String phone, String name, @Nullable String address, @Nullable String market,
		@Nullable String stage, @Nullable String ourNumber, boolean isLead, @Nullable String leadStatus,
		@Nullable String suppressed, @Nullable Instant suppressedSince, @Nullable Instant handedOver,
		@Nullable String unreachable, @Nullable String zones) {
}
