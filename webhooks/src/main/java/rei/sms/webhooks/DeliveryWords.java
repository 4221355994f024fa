package rei.sms.webhooks;

import java.util.Locale;
import java.util.Optional;

import rei.sms.db.message.DeliveryStatus;

/** The provider's words for how far a message got (decision 13). */
final class DeliveryWords {

	private DeliveryWords() {
	}

	static Optional<DeliveryStatus> read(String word) {
		return Optional.ofNullable(switch (word.strip().toLowerCase(Locale.ROOT)) {
			case "delivered", "success", "delivrd" -> DeliveryStatus.DELIVERED;
			case "failed", "canceled" -> DeliveryStatus.FAILED;
			case "undelivered", "rejected", "blocked", "expired", "error" -> DeliveryStatus.UNDELIVERED;
			case "queued", "accepted", "pending", "enroute", "submitted" -> DeliveryStatus.QUEUED;
			case "sent", "sending" -> DeliveryStatus.SENT;
			case "optout", "opt-out", "opt out" -> DeliveryStatus.OPT_OUT;
			default -> null;
		});
	}

}
