package rei.sms.webhooks;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Component;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.suppression.Suppressions;

/**
 * Waits for the send that passed the gate before a stop request was committed: once this
 * returns, no call for that phone begins.
 */
@Component
class LastCalls {

	private static final Duration LOOK = Duration.ofMillis(20);

	private final Suppressions suppressions;

	LastCalls(Suppressions suppressions) {
		this.suppressions = suppressions;
	}

	/**
	 * Waits until nobody holds the phone's lease, at most as long as it was given for.
	 */
	void await(PhoneNumber phone) {
		var phones = List.of(phone);
		var left = this.suppressions.leaseLeft(phones);
		var end = System.nanoTime() + left.toNanos();
		while (left.isPositive() && System.nanoTime() < end) {
			pause((left.compareTo(LOOK) < 0) ? left : LOOK);
			left = this.suppressions.leaseLeft(phones);
		}
	}

	private static void pause(Duration duration) {
		try {
			Thread.sleep(duration);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Overloaded();
		}
	}

}
