package rei.sms.db.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.contact.Property;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.PhoneNumber;

/**
 * A queued text whose time has come, locked for this claim, with what the gate must know
 * of its contact and campaign.
 *
 * @param properties every property behind the phone
 * @param unreachable whether the phone proved unreachable
 * @param lastInboundAt when the seller last wrote
 * @param lastCampaignAt when a campaign last wrote to this phone
 * @param campaign the campaign it belongs to, if any
 * @param campaignWords id, name and Airtable record of that campaign: what a pause may
 * call it
 * @param templateWords record and name of the template it was written from
 * @param reason why it was put off before, if it was
 */
public record DueText(UUID id, PhoneNumber sellerPhone, @Nullable PhoneNumber ourNumber, String body, TextKind kind,
		int segments, int attempts, @Nullable String market, @Nullable Instant expiresAt, @Nullable Stage stage,
		List<Property> properties, boolean unreachable, @Nullable Instant lastInboundAt,
		@Nullable Instant lastCampaignAt, @Nullable Campaign campaign, List<String> campaignWords,
		List<String> templateWords, @Nullable String reason) {
}
