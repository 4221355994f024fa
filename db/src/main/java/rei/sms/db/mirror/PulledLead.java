package rei.sms.db.mirror;

import org.jspecify.annotations.Nullable;

import rei.sms.db.contact.LeadStatus;
import rei.sms.db.message.PhoneNumber;

/**
 * A lead as the team has it in Airtable.
 *
 * @param status null when it can't be read: what is known stays
 * @param prospect its prospect's record id
 * @param campaign the record id of the first campaign it is linked to
 */
public record PulledLead(String record, PhoneNumber phone, @Nullable LeadStatus status, @Nullable String source,
		@Nullable String prospect, @Nullable String campaign, long sentCount, long replyCount, long deliveredCount,
		long failedCount) {
}
