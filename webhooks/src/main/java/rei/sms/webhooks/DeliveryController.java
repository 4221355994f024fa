package rei.sms.webhooks;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.inbox.DeliveryReceipt;
import rei.sms.webhooks.payload.Payload;

/** Takes the provider's receipts. */
@RestController
class DeliveryController {

	private final DeliveryReceipts receipts;

	private final GroupCommit<DeliveryReceipt, DeliveryReceipt> group;

	DeliveryController(DeliveryReceipts receipts, GroupCommit<DeliveryReceipt, DeliveryReceipt> group) {
		this.receipts = receipts;
		this.group = group;
	}

	@PostMapping({ "/delivery", "/delivery/", "/status" })
	ResponseEntity<Receipted> receive(@RequestAttribute Payload payload) {
		return Answers.json(Receipted.of(this.group.commit(this.receipts.read(payload))));
	}

}
