package rei.sms.db.model;

import org.jspecify.annotations.Nullable;

import rei.sms.db.conversation.AiIntent;
import rei.sms.db.conversation.ProcessedBy;

/**
 * How AI engines read a doubtful message.
 *
 * @param engine the one that decided, null when none could
 * @param aiIntent what the message is about, null when none could tell
 * @param optOut whether any of them took it for a request to stop
 * @param confidence how often such a decision is right, 0 to 1
 * @param reason what decided, or why nothing did
 */
public record ModelReading(@Nullable ProcessedBy engine, @Nullable AiIntent aiIntent, boolean optOut, boolean threat,
		boolean willing, double confidence, String reason) {

	/** None of them could tell. */
	public static ModelReading none(String reason) {
		return new ModelReading(null, null, false, false, false, 0, reason);
	}

}
