package rei.sms.db.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;

/**
 * A text to be queued.
 *
 * @param id the conversation's id, which stays with it for good
 * @param ourNumber the number it goes from; null holds it until one is free
 * @param market the market whose numbers may send it
 * @param inReplyTo the inbound message it answers
 * @param notBefore the earliest instant it may go
 * @param expiresAt the instant after which it must not go any more
 */
public record OutboundText(UUID id, PhoneNumber sellerPhone, @Nullable PhoneNumber ourNumber, String body,
		TextKind kind, ProcessedBy processedBy, @Nullable Stage stage, @Nullable UUID campaignId,
		@Nullable UUID templateVersionId, @Nullable String market, @Nullable UUID inReplyTo, int segments,
		Instant notBefore, @Nullable Instant expiresAt) {
}
