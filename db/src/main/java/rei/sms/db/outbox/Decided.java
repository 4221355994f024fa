package rei.sms.db.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;

/**
 * What the gate decided about one attempt to send, kept for five years (TSR 16 CFR
 * 310.5).
 *
 * @param rule the check that refused, or {@code allowed}
 * @param reason why, in words
 * @param ruleVersion the version of the rules that decided
 * @param zone the time zone whose hours were the strictest
 * @param nextAt when a refused text may try again
 */
public record Decided(UUID conversationId, PhoneNumber sellerPhone, @Nullable PhoneNumber ourNumber, Instant decidedAt,
		boolean allowed, String rule, @Nullable String reason, String ruleVersion, @Nullable String zone,
		@Nullable Instant nextAt, int segments) {
}
