package rei.sms.jobs.promoter;

import java.time.Clock;
import java.util.List;

import org.springframework.stereotype.Component;

import rei.sms.db.contact.Contacts;
import rei.sms.db.conversation.Conversations;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.SuppressionSource;
import rei.sms.db.suppression.Suppressions;
import rei.sms.jobs.rules.SilenceRule;

/**
 * Does what a person's own reading of a message asks for, as if the engine had read it
 * so: the contact moves on, and who must not be texted is suppressed.
 */
@Component
class PersonsReading {

	private final Contacts contacts;

	private final Conversations conversations;

	private final Suppressions suppressions;

	private final Clock clock;

	PersonsReading(Contacts contacts, Conversations conversations, Suppressions suppressions, Clock clock) {
		this.contacts = contacts;
		this.conversations = conversations;
		this.suppressions = suppressions;
		this.clock = clock;
	}

	void heed(Candidate message) {
		var facts = message.facts();
		if (facts.stage() != null) {
			this.contacts.moveTo(message.sellerPhone(), facts.stage());
			this.conversations.stampStage(message.id());
		}
		SilenceRule.labelled(facts.intent(), facts.aiIntent())
			.map((reason) -> new Suppression(message.sellerPhone(), reason, SuppressionSource.MANUAL, message.body(),
					null, this.clock.instant()))
			.ifPresent((suppression) -> this.suppressions.suppress(List.of(suppression)));
	}

}
