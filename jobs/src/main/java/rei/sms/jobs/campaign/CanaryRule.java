package rei.sms.jobs.campaign;

import java.time.Duration;
import java.time.Instant;

import rei.sms.db.campaign.Canaries.Canary;
import rei.sms.jobs.rules.Health;
import rei.sms.jobs.rules.Health.Counts;
import rei.sms.jobs.rules.Health.Judgement;

/**
 * Decides from what came of a campaign's first texts whether it goes on.
 *
 * @param patience how long after the last of them their opt-outs count
 */
record CanaryRule(Health.Thresholds thresholds, Duration patience) {

	private static final Duration DAY = Duration.ofHours(24);

	Decision decide(Canary canary, Instant now) {
		if (canary.stoppedAt() != null) {
			return new Decision.Pass();
		}
		if (judge(canary) instanceof Judgement.Pause pause) {
			return new Decision.Stop(pause.reason());
		}
		if (canary.chosen() < canary.size()) {
			return new Decision.Send(canary.size() - canary.chosen());
		}
		if (canary.settled() < canary.chosen() && !isOver(canary, now)) {
			return new Decision.Wait(
					"the first " + canary.chosen() + " were chosen, the fate of " + canary.settled() + " is known");
		}
		var until = (canary.lastSentAt() != null) ? canary.lastSentAt().plus(this.patience) : now;
		return now.isBefore(until)
				? new Decision.Wait("what the first " + canary.chosen() + " answer counts until " + until)
				: new Decision.Pass();
	}

	/** Some receipts never come. */
	private static boolean isOver(Canary canary, Instant now) {
		return canary.lastSentAt() != null && canary.unsent() == 0 && now.isAfter(canary.lastSentAt().plus(DAY));
	}

	private Judgement judge(Canary canary) {
		return Health.judge(new Counts(canary.settled(), canary.delivered(), canary.filtered(), canary.optedOut()),
				this.thresholds);
	}

	/** How a campaign goes on. */
	sealed interface Decision {

		/** It sends so many more of its first texts. */
		record Send(int more) implements Decision {
		}

		/** It waits for what comes of them. */
		record Wait(String reason) implements Decision {
		}

		/** It goes on without a limit. */
		record Pass() implements Decision {
		}

		/** It stops. */
		record Stop(String reason) implements Decision {
		}

	}

}
