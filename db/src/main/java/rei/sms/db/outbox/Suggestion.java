package rei.sms.db.outbox;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;

/**
 * A reply that an AI engine wrote and that goes out when a person says so.
 *
 * @param messageId the seller's message that it answers
 * @param writer the engine that wrote it
 * @param template what the template library would have answered, if anything
 */
public record Suggestion(UUID messageId, PhoneNumber sellerPhone, @Nullable PhoneNumber ourNumber, String body,
		int segments, ProcessedBy writer, @Nullable Stage stage, @Nullable UUID campaignId, @Nullable String market,
		@Nullable String template, Instant suggestedAt) {

	/** The text that goes out for it. */
	OutboundText text(UUID id, Instant now) {
		return new OutboundText(id, this.sellerPhone, this.ourNumber, this.body, TextKind.REPLY, this.writer,
				this.stage, this.campaignId, null, this.market, this.messageId, this.segments, now, null);
	}

}
