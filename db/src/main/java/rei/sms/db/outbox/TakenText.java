package rei.sms.db.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.MessageSid;

/**
 * A text that the provider took.
 *
 * @param sid the SID that it gave, or null when only a person knows that it went
 */
public record TakenText(UUID id, @Nullable MessageSid sid, Instant at) {
}
