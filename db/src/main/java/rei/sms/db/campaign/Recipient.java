package rei.sms.db.campaign;

import java.util.UUID;

import rei.sms.db.message.PhoneNumber;

/**
 * A phone that a campaign is to text.
 *
 * @param conversationId the text's conversation
 */
public record Recipient(UUID campaignId, PhoneNumber phone, UUID prospectId, UUID conversationId) {
}
