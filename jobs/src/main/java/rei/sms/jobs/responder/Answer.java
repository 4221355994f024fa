package rei.sms.jobs.responder;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;

/** How a seller's message is answered. */
sealed interface Answer {

	/** With a text, by the engine itself. */
	record Text(String body, int segments, Stage stage, ProcessedBy writer,
			@Nullable UUID templateVersion) implements Answer {
	}

	/**
	 * With a text that waits for a person's press.
	 *
	 * @param template what the template library would say, if anything
	 */
	record Suggested(Text text, @Nullable String template) implements Answer {
	}

	/** Not at all, and why. */
	record Silence(String reason) implements Answer {
	}

	/** By a person, and why; perhaps with a suggestion. */
	record ByPerson(String reason, @Nullable String suggestion) implements Answer {
	}

}
