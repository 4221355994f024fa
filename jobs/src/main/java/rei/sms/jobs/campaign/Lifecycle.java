package rei.sms.jobs.campaign;

import java.time.Clock;
import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.campaign.Campaigns;
import rei.sms.db.campaign.Canaries;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.campaign.CanaryRule.Decision;

/**
 * Moves campaigns on by time and by what came of them: Scheduled ones run at their Start
 * Time, those that ended or have nobody left are Completed, a canary stops its campaign
 * or lets it go on (decision 32).
 */
@Component
class Lifecycle {

	static final String CANARY_PROBLEM = "campaign-canary";

	private static final Logger log = LoggerFactory.getLogger(Lifecycle.class);

	private final Campaigns campaigns;

	private final Canaries canaries;

	private final int canary;

	private final CanaryRule canaryRule;

	private final Problems problems;

	private final Clock clock;

	Lifecycle(Campaigns campaigns, Canaries canaries, CampaignProperties properties, Problems problems, Clock clock) {
		this.campaigns = campaigns;
		this.canaries = canaries;
		this.canary = properties.canary();
		this.canaryRule = new CanaryRule(properties.thresholds(), properties.canaryWait());
		this.problems = problems;
		this.clock = clock;
	}

	/** Moves every campaign to where it belongs now; answers how many moved. */
	int advance() {
		var now = this.clock.instant();
		int moved = this.campaigns.startDue(now) + this.campaigns.completeDone(now);
		this.campaigns.sending(now).forEach((campaign) -> settleCanary(campaign, now));
		return moved;
	}

	private void settleCanary(Campaign campaign, Instant now) {
		this.canaries.of(campaign.id(), this.canary)
			.map((canary) -> this.canaryRule.decide(canary, now))
			.ifPresent((decision) -> {
				switch (decision) {
					case Decision.Pass pass -> this.canaries.pass(campaign.id(), now);
					case Decision.Stop stop -> stop(campaign, stop.reason(), now);
					case Decision.Send send ->
						log.debug("{} sends {} more of its first texts", campaign.name(), send.more());
					case Decision.Wait wait -> log.debug("{} waits: {}", campaign.name(), wait.reason());
				}
			});
	}

	private void stop(Campaign campaign, String reason, Instant now) {
		log.warn("{} is stopped by its first texts: {}", campaign.name(), reason);
		this.canaries.stop(campaign.id(), now);
		this.campaigns.noteRun(campaign.id(), "Stopped by its first texts: " + reason, now);
		this.problems.report(CANARY_PROBLEM, campaign.name(),
				campaign.name() + " was paused after its first texts: " + reason,
				"Change its texts or its list; set it to Running again to go on.", now);
	}

}
