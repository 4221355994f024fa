package rei.sms.db.outbox;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.PhoneNumber;

/**
 * Where one attempt stands that a receipt speaks of.
 *
 * @param attempt the attempt's id
 * @param latest whether no later attempt of the same text was made
 * @param attempts how many attempts the text has had
 */
public record Delivery(long attempt, UUID conversationId, PhoneNumber sellerPhone, @Nullable PhoneNumber ourNumber,
		DeliveryStatus status, boolean latest, int attempts) {
}
