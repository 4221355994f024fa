package rei.sms.ops.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import rei.sms.db.contact.Contacts;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.message.Segments;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.suppression.Suppressions;

/** A person's own text: queued like every other, and through the same gate. */
@RestController
@ConditionalOnWebApplication
class MessageController {

	private static final int LONGEST = 1600;

	private final Contacts contacts;

	private final Outbox outbox;

	private final Suppressions suppressions;

	private final TransactionTemplate transaction;

	private final Clock clock;

	MessageController(Contacts contacts, Outbox outbox, Suppressions suppressions, TransactionTemplate transaction,
			Clock clock) {
		this.contacts = contacts;
		this.outbox = outbox;
		this.suppressions = suppressions;
		this.transaction = transaction;
		this.clock = clock;
	}

	@PostMapping("/messages")
	ResponseEntity<Map<String, Object>> send(@RequestParam(defaultValue = "") String to,
			@RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "") String from) {
		var sellerPhone = phone("To", to);
		var ourNumber = from.isBlank() ? null : phone("From", from);
		if (body.isBlank() || body.length() > LONGEST) {
			throw Refused.malformed("Body must have 1 to " + LONGEST + " characters");
		}
		var text = this.transaction.execute((status) -> queue(sellerPhone, ourNumber, body));
		return ResponseEntity.accepted()
			.body(Map.of("conversation_id", text.id(), "not_before", text.notBefore().toString()));
	}

	private OutboundText queue(PhoneNumber sellerPhone, @Nullable PhoneNumber ourNumber, String body) {
		if (this.suppressions.isSuppressed(sellerPhone)) {
			throw new Refused(HttpStatus.CONFLICT, "To has opted out: nothing may be sent to it");
		}
		var now = this.clock.instant();
		this.contacts.ensure(List.of(sellerPhone), now);
		var contact = this.contacts.find(sellerPhone).orElseThrow();
		var text = new OutboundText(UUID.randomUUID(), sellerPhone,
				(ourNumber != null) ? ourNumber : contact.ourNumber(), body, TextKind.MANUAL, ProcessedBy.MANUAL,
				contact.stage(), null, null, null, null, Segments.of(body).parts(), now, null);
		this.outbox.queue(List.of(text), now);
		return text;
	}

	private static PhoneNumber phone(String field, String text) {
		return PhoneNumber.tryParse(text).orElseThrow(() -> Refused.malformed(field + " is not a phone number"));
	}

}
