package rei.sms.jobs.dispatch;

import java.time.Instant;
import java.util.UUID;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.Keyed;

/**
 * A text that was handed to the provider and whose fate nobody knows.
 *
 * @param attempts how many attempts it has had
 * @param reason why nobody knows
 */
record UnsettledText(UUID id, PhoneNumber sellerPhone, PhoneNumber ourNumber, String body, int attempts,
		Instant claimedAt, String reason) implements Keyed {

	/** The beginning of the reason when the provider answered with a 5xx. */
	static final String IN_TROUBLE = "the provider answered";

	@Override
	public String key() {
		return this.id.toString();
	}

	/**
	 * Whether the provider answered that it was in trouble: not found there, the text may
	 * be tried again.
	 */
	boolean mayBeTriedAgain() {
		return this.reason.startsWith(IN_TROUBLE);
	}

}
