package rei.sms.db.inbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;

/**
 * A text from a seller as the webhook took it.
 *
 * @param conversationId our own id, given when the message is first seen
 * @param ourNumber the number it was sent to, if we were told
 */
public record InboundMessage(MessageSid sid, UUID conversationId, PhoneNumber sellerPhone,
		@Nullable PhoneNumber ourNumber, String body, Request request, Instant receivedAt) {
}
