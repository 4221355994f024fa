package rei.sms.jobs.textgrid;

import java.time.Instant;
import java.util.Optional;

import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;

/**
 * A message as the provider knows it.
 *
 * @param status empty for a word outside the vocabulary
 * @param errorCode the provider's error code
 * @param created when the provider first had it
 */
public record ProviderMessage(MessageSid sid, Optional<DeliveryStatus> status, Optional<String> errorCode, String to,
		String from, String body, Optional<Instant> created) {

	@Override
	public String toString() {
		return "ProviderMessage[" + this.sid + ", " + this.status + "]";
	}

}
