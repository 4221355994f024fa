package rei.sms.jobs.rules;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.Intent;

/**
 * Everything that the reply policy must know of one inbound message.
 *
 * @param now the moment
 * @param aiIntent what it is about
 * @param intent what the engine may do next
 * @param confidence how sure that is, 0 to 1; 1 when a person said it
 * @param stage the contact's stage after the message
 * @param suppressed whether the phone is suppressed
 * @param superseded whether the seller has written again since
 * @param asksSomething whether the message asks a question
 * @param helpKeyword whether it is HELP or INFO
 * @param concerns what a person should see to
 * @param lastHumanAt when a person of ours last wrote to the seller
 * @param automaticReplies automatic answers in a row without progress
 * @param manual whether a person pressed AI Response Trigger
 */
public record ReplyFacts(Instant now, AiIntent aiIntent, Intent intent, double confidence, @Nullable Stage stage,
		boolean suppressed, boolean superseded, boolean asksSomething, boolean helpKeyword, Set<Concern> concerns,
		Optional<Instant> lastHumanAt, int automaticReplies, boolean manual) {

	public ReplyFacts {
		concerns = Set.copyOf(concerns);
	}

	/** What a machine must not answer. */
	public enum Concern {

		THREAT, BEREAVEMENT, MINOR, ANGER

	}

}
