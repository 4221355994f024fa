package rei.sms.db.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;

/**
 * The provider's word on how far one message got.
 *
 * @param word the provider's own word, lower case: with the SID the key under which a
 * repeat is known
 * @param status what it means, empty when the word is unknown
 * @param ref our id from the callback's address, if it came back
 * @param errorCode the provider's error code or words, if any
 */
public record DeliveryReceipt(MessageSid sid, String word, Optional<DeliveryStatus> status, @Nullable UUID ref,
		PhoneNumber sellerPhone, PhoneNumber ourNumber, @Nullable String errorCode, Instant receivedAt) {
}
