package rei.sms.ops.api;

import java.util.Map;
import java.util.UUID;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.contact.SellerFacts;
import rei.sms.db.conversation.Threads;
import rei.sms.db.message.PhoneNumber;

/** A seller's thread, and one message with its deliveries and the gate's decisions. */
@RestController
@ConditionalOnWebApplication
class ThreadController {

	private static final int LONGEST = 500;

	private final Threads threads;

	private final SellerFacts facts;

	ThreadController(Threads threads, SellerFacts facts) {
		this.threads = threads;
		this.facts = facts;
	}

	@GetMapping("/conversations")
	Map<String, Object> thread(@RequestParam(defaultValue = "") String phone) {
		var sellerPhone = PhoneNumber.tryParse(phone)
			.orElseThrow(() -> Refused.malformed("phone is not a phone number"));
		return Map.of("conversations", this.threads.of(sellerPhone, LONGEST), "facts", this.facts.of(sellerPhone));
	}

	@GetMapping("/conversations/{id}")
	Map<String, Object> message(@PathVariable UUID id) {
		var message = this.threads.find(id).orElseThrow(() -> Refused.missing("there is no conversation " + id));
		return Map.of("conversation", message, "deliveries", this.threads.deliveries(id), "decisions",
				this.threads.decisions(id));
	}

}
