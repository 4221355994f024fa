package rei.sms.jobs.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Campaigns;
import rei.sms.db.health.Fared;
import rei.sms.db.health.SendingHealth;
import rei.sms.db.health.Standing;
import rei.sms.db.health.Standing.Bounds;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.rules.Health;
import rei.sms.jobs.rules.Health.Counts;
import rei.sms.jobs.rules.Health.Judgement;
import rei.sms.jobs.rules.Share;

/**
 * Pauses the template or campaign that carriers filter or sellers leave, and says so. A
 * number that fares badly is chosen last; its threads stay with it, so that no filter is
 * dodged.
 */
@Component
class HealthWatch {

	static final String PROBLEM = "sending-health";

	private static final Logger log = LoggerFactory.getLogger(HealthWatch.class);

	private static final Duration BETWEEN = Duration.ofMinutes(1);

	private final SendingHealth health;

	private final Campaigns campaigns;

	private final Pauses pauses;

	private final Problems problems;

	private final HealthProperties properties;

	private final Clock clock;

	HealthWatch(SendingHealth health, Campaigns campaigns, Pauses pauses, Problems problems,
			HealthProperties properties, Clock clock) {
		this.health = health;
		this.campaigns = campaigns;
		this.pauses = pauses;
		this.problems = problems;
		this.properties = properties;
		this.clock = clock;
	}

	/** Judges what went in the last days; answers how much it stopped. */
	int look() {
		var now = this.clock.instant();
		if (this.health.judgedSince(now.minus(BETWEEN))) {
			return 0;
		}
		var templates = stoppedTemplates();
		var campaigns = this.health.runningCampaigns();
		int stopped = 0;
		for (var fared : this.health.fared(now.minus(this.properties.window()))) {
			boolean goes = switch (fared.scope()) {
				case TEMPLATE -> !templates.contains(fared.subject());
				case CAMPAIGN -> campaigns.contains(fared.subject());
				case NUMBER -> true;
			};
			stopped += (goes && judge(fared, now)) ? 1 : 0;
		}
		this.health.forgetIdleNumbers(now);
		clearMended();
		return stopped;
	}

	private boolean judge(Fared fared, Instant now) {
		var counts = new Counts(fared.settled(), fared.delivered(), fared.filtered(), fared.optedOut());
		return switch (Health.judge(counts, this.properties.thresholds())) {
			case Judgement.Healthy healthy -> {
				this.health.keep(standing(fared, null, null), now);
				yield false;
			}
			case Judgement.Pause pause -> {
				var stopped = fared.scope() != Fared.Scope.NUMBER;
				this.health.keep(standing(fared, pause.reason(), stopped ? now : null), now);
				react(fared, pause.reason(), now);
				yield stopped;
			}
		};
	}

	private void react(Fared fared, String reason, Instant now) {
		log.warn("{} {} fares badly: {}", fared.scope(), fared.subject(), reason);
		switch (fared.scope()) {
			case TEMPLATE -> {
				this.pauses.pause(Pause.Scope.TEMPLATE, fared.subject(), fared.name() + ": " + reason, now);
				report(fared, "Template " + fared.name() + " was paused: " + reason + ".",
						"Change its words, then let it go: resume --template " + fared.subject(), now);
			}
			case CAMPAIGN -> {
				this.health.stopCampaign(fared.subject());
				this.campaigns.noteRun(UUID.fromString(fared.subject()), "Paused: " + reason, now);
				report(fared, "Campaign " + fared.name() + " was paused: " + reason + ".",
						"Change its texts or its list; set it to Running again to go on.", now);
			}
			case NUMBER -> report(fared, "Number " + fared.name() + " fares badly: " + reason + ".",
					"It is chosen last now. Send less from it; its threads stay with it.", now);
		}
	}

	private void report(Fared fared, String what, String fix, Instant now) {
		this.problems.report(PROBLEM, subject(fared), what, fix, now);
	}

	/** A person let it go on, or it fares well again. */
	private void clearMended() {
		var templates = stoppedTemplates();
		var running = this.health.runningCampaigns();
		var standing = new HashSet<String>();
		for (var each : this.health.all()) {
			boolean stands = switch (each.fared().scope()) {
				case TEMPLATE -> templates.contains(each.fared().subject());
				case CAMPAIGN -> !running.contains(each.fared().subject());
				case NUMBER -> true;
			};
			if (stands && each.reason() != null) {
				standing.add(subject(each.fared()));
			}
		}
		this.problems.all()
			.stream()
			.filter((problem) -> problem.code().equals(PROBLEM) && !standing.contains(problem.subject()))
			.forEach((problem) -> this.problems.clear(PROBLEM, problem.subject()));
	}

	private Set<String> stoppedTemplates() {
		return this.pauses.all()
			.stream()
			.filter((pause) -> pause.scope() == Pause.Scope.TEMPLATE)
			.map(Pause::value)
			.collect(Collectors.toSet());
	}

	private static String subject(Fared fared) {
		return fared.scope() + " " + fared.subject();
	}

	private static Standing standing(Fared fared, @Nullable String reason, @Nullable Instant stoppedAt) {
		return new Standing(fared, bounds(fared.delivered(), fared), bounds(fared.filtered(), fared),
				bounds(fared.optedOut(), fared), reason, stoppedAt);
	}

	private static Bounds bounds(int part, Fared fared) {
		var share = Share.of(part, fared.settled());
		return new Bounds(share.low(), share.high());
	}

}
