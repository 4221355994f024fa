package rei.sms.db.inbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;

/**
 * Word that a text was sent, ours or one that a person sent by other means.
 *
 * @param campaign the campaign's Airtable record id or name, if told
 * @param template the template's Airtable record id, if told
 */
public record OutboundEcho(MessageSid sid, UUID conversationId, PhoneNumber sellerPhone, PhoneNumber ourNumber,
		String body, @Nullable String campaign, @Nullable String template, @Nullable ProcessedBy processedBy,
		@Nullable Stage stage, Instant receivedAt) {
}
