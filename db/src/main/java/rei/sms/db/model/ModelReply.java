package rei.sms.db.model;

import org.jspecify.annotations.Nullable;

import rei.sms.db.conversation.ProcessedBy;

/**
 * A reply that AI engines wrote and the guard let pass, or why there is none.
 *
 * @param engine the one whose words these are
 */
public record ModelReply(@Nullable ProcessedBy engine, @Nullable String body, int segments, String reason) {

	/** None of them wrote anything that may go out. */
	public static ModelReply none(String reason) {
		return new ModelReply(null, null, 0, reason);
	}

}
