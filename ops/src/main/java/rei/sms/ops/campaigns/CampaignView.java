package rei.sms.ops.campaigns;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.ops.pages.Headway;
import rei.sms.ops.pages.Interval;

/**
 * One campaign and how it stands.
 *
 * @param sent its texts that went, without the answers to sellers
 * @param canary how many first texts it holds after, or null
 * @param hold what holds it, or null
 * @param lastRun what its last run did, in words
 */
public record CampaignView(UUID id, String name, CampaignStatus status, @Nullable String market,
		@Nullable String segment, @Nullable Instant start, @Nullable Instant end, long sent, long replies, long optOuts,
		long leads, long failed, Headway headway, @Nullable Integer canary, @Nullable Instant canaryPassed,
		@Nullable Instant canaryStopped, @Nullable String hold, @Nullable String lastRun, @Nullable Instant lastRunAt) {

	/** Opt-outs of the sellers whose turn has come. */
	public Interval optOutRate() {
		return new Interval(this.optOuts, this.headway.done());
	}

	/** Whether a person may start it. */
	public boolean isStartable() {
		return this.status != CampaignStatus.RUNNING && this.status != CampaignStatus.COMPLETED;
	}

	/** Whether a person may pause it. */
	public boolean isPausable() {
		return this.status == CampaignStatus.RUNNING || this.status == CampaignStatus.SCHEDULED;
	}

	/** How its status is to be seen. */
	public String tone() {
		return switch (this.status) {
			case RUNNING -> "good";
			case PAUSED -> "warn";
			case DRAFT, SCHEDULED, COMPLETED -> "";
		};
	}

}
