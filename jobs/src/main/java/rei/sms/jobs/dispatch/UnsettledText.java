package rei.sms.jobs.dispatch;

import java.time.Instant;
import java.util.UUID;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;

/** A text that was handed to the provider and whose fate nobody knows. */
record UnsettledText(UUID id, PhoneNumber sellerPhone, PhoneNumber ourNumber, String body,
		Instant claimedAt) implements Keyed {

	@Override
	public String key() {
		return this.id.toString();
	}

}
