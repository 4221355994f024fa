package rei.sms.webhooks;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
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

	private final Answers answers;

	DeliveryController(DeliveryReceipts receipts, GroupCommit<DeliveryReceipt, DeliveryReceipt> group,
			Answers answers) {
		this.receipts = receipts;
		this.group = group;
		this.answers = answers;
	}

	@PostMapping({ "/delivery", "/delivery/", "/status" })
	void receive(@RequestAttribute Payload payload, HttpServletResponse response) throws IOException {
		this.answers.json(response, Receipted.of(this.group.commit(this.receipts.read(payload))));
	}

}
