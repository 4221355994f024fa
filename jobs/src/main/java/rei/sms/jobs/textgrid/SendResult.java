package rei.sms.jobs.textgrid;

import java.time.Duration;
import java.util.Optional;

import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;

/** What became of one send. */
public sealed interface SendResult {

	/** The provider has it under this SID. */
	record Taken(MessageSid sid, DeliveryStatus status) implements SendResult {
	}

	/**
	 * The provider refused it, so it was not sent.
	 *
	 * @param code the provider's error code, or the HTTP status where it gave none
	 * @param message the provider's words, which may quote a phone: show them, never log
	 * them
	 */
	record Refused(String code, String message) implements SendResult {
	}

	/**
	 * The provider never had it or would not look at it: it may be sent again.
	 *
	 * @param retryAfter how long the provider asked to be left alone
	 */
	record NotSent(String reason, Optional<Duration> retryAfter) implements SendResult {
	}

	/** Nobody knows: it is to be settled, never sent again blindly. */
	record Unknown(String reason) implements SendResult {
	}

}
