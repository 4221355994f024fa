package rei.sms.db.outbox;

import java.time.Instant;
import java.util.UUID;

import rei.sms.db.message.MessageSid;

/** A text that the provider took, under the SID that it gave. */
public record TakenText(UUID id, MessageSid sid, Instant at) {
}
