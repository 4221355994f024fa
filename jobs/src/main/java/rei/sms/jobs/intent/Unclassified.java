package rei.sms.jobs.intent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.inbox.Request;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.model.ModelReading;
import rei.sms.jobs.Keyed;

/**
 * An inbound message that nobody has understood yet.
 *
 * @param stage the contact's stage
 * @param asked the stage of our text that it answers, none when it answers none
 * @param second what AI engines took it for, null when none was asked
 * @param day the seller's day on which it came
 */
record Unclassified(UUID id, PhoneNumber sellerPhone, String sid, String body, Request request, Instant receivedAt,
		@Nullable Stage stage, @Nullable Stage asked, LocalDate day, @Nullable ModelReading second) implements Keyed {

	@Override
	public String key() {
		return this.id.toString();
	}

}
