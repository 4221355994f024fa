package rei.sms.db.conversation;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.message.PhoneNumber;

/**
 * What an inbound message was understood to mean.
 *
 * @param stage the stage that the contact reaches by it, null when it stays without one
 * @param confidence from 0 to 1
 * @param classifier the version of the classifier that decided
 * @param processedBy the model that decided, null for the embedded classifier
 * @param summary a short reasoning for people
 * @param told what it tells beside
 */
public record Classified(UUID id, PhoneNumber sellerPhone, AiIntent aiIntent, Intent intent, @Nullable Stage stage,
		double confidence, String classifier, @Nullable ProcessedBy processedBy, @Nullable String summary, Told told) {
}
