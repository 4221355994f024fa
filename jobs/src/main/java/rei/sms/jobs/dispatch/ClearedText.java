package rei.sms.jobs.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import rei.sms.db.message.PhoneNumber;

/**
 * A text that the gate let through and that is claimed and committed as such.
 *
 * @param attempts how many attempts it has had, with this one
 * @param validity how long the provider may hold it: not past the recipient's window
 * @param lease until when the call may begin
 */
record ClearedText(UUID id, PhoneNumber sellerPhone, PhoneNumber ourNumber, String body, int attempts,
		Optional<Duration> validity, Lease lease) {
}
