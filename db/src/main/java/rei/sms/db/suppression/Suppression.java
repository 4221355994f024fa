package rei.sms.db.suppression;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;

/**
 * That a phone must not be texted, why, and the message that said so.
 *
 * @param source where it came from; none takes whatever wrote to the phone last
 */
public record Suppression(PhoneNumber phone, SuppressionReason reason, @Nullable SuppressionSource source,
		@Nullable String originalMessage, @Nullable String sid, Instant since) {
}
