package rei.sms.jobs.textgrid;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import rei.sms.db.message.PhoneNumber;

/**
 * One text to be sent.
 *
 * @param conversation our id of the message, which comes back with each receipt
 * @param from our number
 * @param to the seller's phone
 * @param body at most 1600 characters
 * @param validity how long the provider may try
 */
public record SendRequest(UUID conversation, PhoneNumber from, PhoneNumber to, String body,
		Optional<Duration> validity) {

	@Override
	public String toString() {
		return "SendRequest[" + this.conversation + "]";
	}

}
