package rei.sms.db.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Repository;

import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.Conversations;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.SuppressionReason;
import rei.sms.db.suppression.Suppressions;

/**
 * Phones that the provider refuses as opted out: a global opt-out (decision 18), counted
 * once unless the seller told us before.
 */
@Repository
public class Blocks {

	private final Suppressions suppressions;

	private final Contacts contacts;

	private final Conversations conversations;

	Blocks(Suppressions suppressions, Contacts contacts, Conversations conversations) {
		this.suppressions = suppressions;
		this.contacts = contacts;
		this.conversations = conversations;
	}

	/** Suppresses the phone to which a message was refused; the caller's transaction. */
	public void block(PhoneNumber sellerPhone, UUID message, Instant now) {
		var news = this.suppressions
			.suppress(List.of(new Suppression(sellerPhone, SuppressionReason.PROVIDER_BLOCKED, null, null, null, now)));
		if (!news.isEmpty()) {
			this.conversations.countOptOuts(List.of(message));
		}
		this.contacts.moveTo(sellerPhone, Stage.OPT_OUT);
	}

}
