package rei.sms.ops.api;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import rei.sms.db.contact.Contacts;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.message.Segments;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.suppression.Suppressions;

/** A person's own text: queued like every other, and through the same gate. */
@Component
public class ManualTexts {

	/** How many characters a text may have. */
	public static final int LONGEST = 1600;

	/** What a template would fill in: it must never go out as it stands. */
	private static final Pattern UNFILLED = Pattern.compile("\\{\\s*\\p{L}[^{}]*}");

	private final Contacts contacts;

	private final Outbox outbox;

	private final Suppressions suppressions;

	private final TextingHours hours;

	private final Clock clock;

	ManualTexts(Contacts contacts, Outbox outbox, Suppressions suppressions, TextingHours hours, Clock clock) {
		this.contacts = contacts;
		this.outbox = outbox;
		this.suppressions = suppressions;
		this.hours = hours;
		this.clock = clock;
	}

	/**
	 * Queues a text, from the thread's own number when none is named, and foresees when
	 * it goes; the gate decides, and its decision is kept.
	 */
	@Transactional
	public Answer queue(PhoneNumber sellerPhone, @Nullable PhoneNumber ourNumber, String body) {
		if (body.isBlank() || body.length() > LONGEST) {
			return new Answer.Malformed();
		}
		var unfilled = UNFILLED.matcher(body);
		if (unfilled.find()) {
			return new Answer.Unfilled(unfilled.group());
		}
		if (this.suppressions.isSuppressed(sellerPhone)) {
			return new Answer.OptedOut();
		}
		var now = this.clock.instant();
		this.contacts.ensure(List.of(sellerPhone), now);
		var contact = this.contacts.find(sellerPhone).orElseThrow();
		var text = new OutboundText(UUID.randomUUID(), sellerPhone,
				(ourNumber != null) ? ourNumber : contact.ourNumber(), body, TextKind.MANUAL, ProcessedBy.MANUAL,
				contact.stage(), null, null, null, null, Segments.of(body).parts(), now, null);
		this.outbox.queue(List.of(text), now);
		return new Answer.Queued(text, this.hours.opens(contact, now));
	}

	/** What became of it. */
	public sealed interface Answer {

		/**
		 * It waits for the gate, which will allow it at {@code opens} if only the hours
		 * matter.
		 */
		record Queued(OutboundText text, Instant opens) implements Answer {
		}

		/** The phone has opted out. */
		record OptedOut() implements Answer {
		}

		/** Something in it was left to be filled in. */
		record Unfilled(String placeholder) implements Answer {
		}

		/** It is empty or too long. */
		record Malformed() implements Answer {
		}

	}

}
