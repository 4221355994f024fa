package rei.sms.db.contact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.message.PhoneNumber;

/**
 * One phone we know and where we stand with it.
 *
 * @param prospectId the owner the phone was first known by
 * @param ourNumber the number of ours that this contact talks with
 * @param states states that the area code and the property lie in
 * @param zones IANA time zones of both
 * @param automaticReplies automatic replies in a row without progress
 */
public record Contact(PhoneNumber phone, UUID prospectId, @Nullable UUID leadId, @Nullable Stage stage,
		@Nullable PhoneNumber ourNumber, List<String> states, List<String> zones, @Nullable Instant unreachableAt,
		@Nullable Instant lastInboundAt, @Nullable Instant lastOutboundAt, @Nullable Instant lastHumanAt,
		int automaticReplies) {

	/** What this contact's messages are linked to. */
	public Party party() {
		return (this.leadId != null) ? new Party.Lead(this.leadId) : new Party.Prospect(this.prospectId);
	}

}
