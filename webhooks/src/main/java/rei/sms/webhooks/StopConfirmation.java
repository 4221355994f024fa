package rei.sms.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.inbox.InboundMessage;
import rei.sms.db.message.Segments;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.suppression.Suppressions;

/**
 * The one text that a stop request may be answered with: within five minutes or never,
 * and only the request that made the suppression (decision 20).
 */
@Component
class StopConfirmation {

	private static final Duration IN_TIME = Duration.ofMinutes(5);

	private final OptOutProperties properties;

	private final Suppressions suppressions;

	private final Contacts contacts;

	private final Outbox outbox;

	StopConfirmation(OptOutProperties properties, Suppressions suppressions, Contacts contacts, Outbox outbox) {
		this.properties = properties;
		this.suppressions = suppressions;
		this.contacts = contacts;
		this.outbox = outbox;
	}

	boolean isWanted() {
		return this.properties.text().isPresent();
	}

	/** Queues it, where we know which number was texted. */
	@Transactional
	void confirm(InboundMessage stop) {
		if (stop.ourNumber() != null && madeSuppression(stop)) {
			this.properties.text().ifPresent((text) -> queue(stop, text));
		}
	}

	private boolean madeSuppression(InboundMessage stop) {
		return this.suppressions.find(stop.sellerPhone())
			.filter((suppression) -> stop.sid().value().equals(suppression.sid()))
			.isPresent();
	}

	private void queue(InboundMessage stop, String text) {
		var now = stop.receivedAt();
		this.contacts.ensure(List.of(stop.sellerPhone()), now);
		this.outbox.queue(List.of(new OutboundText(UUID.randomUUID(), stop.sellerPhone(), stop.ourNumber(), text,
				TextKind.CONFIRMATION, ProcessedBy.AUTORESPONDER, Stage.OPT_OUT, null, null, null,
				stop.conversationId(), Segments.of(text).parts(), now, now.plus(IN_TIME))), now);
	}

}
