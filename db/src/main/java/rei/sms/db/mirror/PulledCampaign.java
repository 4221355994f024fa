package rei.sms.db.mirror;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import rei.sms.db.campaign.CampaignStatus;

/**
 * A campaign as the team has it in Airtable.
 *
 * @param segment the view that lists its prospects
 * @param canary first texts after which it waits, where the base says so
 * @param templates their record ids
 */
public record PulledCampaign(String record, String name, @Nullable String publicName, CampaignStatus status,
		@Nullable String market, @Nullable String segment, @Nullable Instant start, @Nullable Instant end,
		@Nullable Integer canary, List<String> templates) {
}
