package rei.sms.db.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.PhoneNumber;

/**
 * A queued text whose time has come, locked for this claim, with what the gate must know
 * of its contact and campaign.
 *
 * @param states states that the phone's area code and the property lie in
 * @param zones IANA zones of both
 * @param unreachable whether the phone proved unreachable
 * @param lastInboundAt when the seller last wrote
 * @param lastCampaignAt when a campaign last wrote to this phone
 */
public record DueText(UUID id, PhoneNumber sellerPhone, @Nullable PhoneNumber ourNumber, String body, TextKind kind,
		int segments, int attempts, @Nullable String market, @Nullable Instant expiresAt, @Nullable Stage stage,
		List<String> states, List<String> zones, boolean unreachable, @Nullable Instant lastInboundAt,
		@Nullable Instant lastCampaignAt, @Nullable UUID campaignId, @Nullable CampaignStatus campaignStatus,
		@Nullable Instant campaignStart, @Nullable Instant campaignEnd) {
}
