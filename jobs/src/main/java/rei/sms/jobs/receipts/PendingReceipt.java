package rei.sms.jobs.receipts;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;

/** A staged receipt that has not been applied. */
record PendingReceipt(MessageSid sid, String word, DeliveryStatus status, @Nullable UUID ref, PhoneNumber sellerPhone,
		@Nullable String errorCode, Instant receivedAt) implements Keyed {

	@Override
	public String key() {
		return this.sid.value() + " " + this.word;
	}

}
