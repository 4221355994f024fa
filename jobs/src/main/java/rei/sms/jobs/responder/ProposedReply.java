package rei.sms.jobs.responder;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How a message would be answered, if nothing changed.
 *
 * @param said the seller's message
 * @param plan what the policy says
 * @param template the template library's answer
 * @param written what an AI engine wrote and the guard let pass
 * @param writer whose words these are
 * @param reason how it came to be, or why there is none
 */
public record ProposedReply(UUID messageId, String sellerPhone, String said, String plan, @Nullable String template,
		@Nullable String written, @Nullable String writer, @Nullable String reason) {
}
