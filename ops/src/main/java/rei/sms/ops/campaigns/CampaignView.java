package rei.sms.ops.campaigns;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import rei.sms.db.campaign.CampaignStatus;
import rei.sms.ops.pages.Interval;

/**
 * One campaign and how it stands.
 *
 * @param open prospects of its list that are not planned yet
 * @param queued texts that wait
 * @param canary how many first texts it holds after, or null
 * @param hold what holds it, or null
 * @param lastRun what its last run did, in words
 */
public record CampaignView(UUID id, String name, CampaignStatus status, @Nullable String market,
		@Nullable String segment, @Nullable Instant start, @Nullable Instant end, long sent, long replies, long optOuts,
		long leads, long failed, long open, long queued, @Nullable Integer canary, @Nullable Instant canaryPassed,
		@Nullable Instant canaryStopped, @Nullable String hold, @Nullable String lastRun, @Nullable Instant lastRunAt) {

	/** Replies of what was sent. */
	public Interval replyRate() {
		return new Interval(this.replies, this.sent);
	}

	/** Opt-outs of what was sent. */
	public Interval optOutRate() {
		return new Interval(this.optOuts, this.sent);
	}

	/** Its whole list. */
	public long listed() {
		return this.sent + this.queued + this.open;
	}

	/** How far it is, in percent. */
	public long percent() {
		return (listed() > 0) ? 100 * this.sent / listed() : 0;
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
