package rei.sms.webhooks;

import java.util.Locale;

import rei.sms.db.inbox.DeliveryReceipt;

/** That a receipt is kept, and what we take its word for. */
record Receipted(String status, String sid, String normalized) {

	static Receipted of(DeliveryReceipt receipt) {
		return new Receipted("ok", receipt.sid().value(),
				receipt.status()
					.map((status) -> status.name().replace("_", "").toLowerCase(Locale.ROOT))
					.orElse("unknown"));
	}

}
