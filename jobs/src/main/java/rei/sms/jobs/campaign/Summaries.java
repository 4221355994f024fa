package rei.sms.jobs.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.campaign.Campaigns;
import rei.sms.db.campaign.Holds;
import rei.sms.db.campaign.Recipients;
import rei.sms.db.campaign.Recipients.Tally;
import rei.sms.db.campaign.Verdict.Outcome;
import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.campaign.Agenda.Hold;

/**
 * Tells the team what a run did to each campaign, and reports what holds one. A campaign
 * of which nothing new is to be said is not touched: each note costs a call to Airtable.
 */
@Component
class Summaries {

	private static final String HELD_PROBLEM = "campaign-held";

	/** When a campaign that is held is worth planning again. */
	private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

	private final Campaigns campaigns;

	private final Recipients recipients;

	private final Agendas agendas;

	private final Timetables timetables;

	private final Holds holds;

	private final Problems problems;

	private final Clock clock;

	Summaries(Campaigns campaigns, Recipients recipients, Agendas agendas, Timetables timetables, Holds holds,
			Problems problems, Clock clock) {
		this.campaigns = campaigns;
		this.recipients = recipients;
		this.agendas = agendas;
		this.timetables = timetables;
		this.holds = holds;
		this.problems = problems;
		this.clock = clock;
	}

	/** Notes what was planned since the last note, and what holds campaigns now. */
	void note() {
		var now = this.clock.instant();
		var sending = this.campaigns.sending(now);
		var agenda = this.agendas.of(sending, this.timetables.from(now), now);
		var holds = new HashMap<UUID, String>();
		sending.forEach((campaign) -> note(campaign, agenda, now).ifPresent((hold) -> holds.put(campaign.id(), hold)));
		this.holds.replace(holds, now.plus(LOOK_AGAIN), now);
		report(agenda.held(), now);
		sending.forEach((campaign) -> this.problems.clear(Lifecycle.CANARY_PROBLEM, campaign.name()));
	}

	/** Notes what came of one campaign; answers what holds it, if anything does. */
	private Optional<String> note(Campaign campaign, Agenda agenda, Instant now) {
		var tally = this.recipients.sinceLastRun(campaign.id());
		var hold = agenda.holdOf(campaign.id()).map(Hold::reason);
		var words = words(tally, hold.orElse(""));
		if (!words.isEmpty()) {
			this.campaigns.noteRun(campaign.id(), words, now);
		}
		return hold.or(() -> tally.isStuck() ? Optional.of("all who are left are held") : Optional.empty());
	}

	/** The summary in words, such as "Queued 480, left out 20 (20 no phone), 3 to go". */
	static String words(Tally tally, String hold) {
		var parts = new ArrayList<String>();
		if (!hold.isEmpty()) {
			parts.add("Held: " + hold);
		}
		part(tally, Outcome.QUEUED, "queued").forEach(parts::add);
		part(tally, Outcome.LEFT_OUT, "left out").forEach(parts::add);
		part(tally, Outcome.HELD, "held").forEach(parts::add);
		if (parts.isEmpty()) {
			return "";
		}
		parts.add(tally.left() + " to go");
		var words = String.join(", ", parts);
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	private static List<String> part(Tally tally, Outcome outcome, String name) {
		int count = tally.count(outcome);
		return (count == 0) ? List.of() : List.of(name + " " + count + reasons(tally.of(outcome)));
	}

	private static String reasons(Map<String, Integer> reasons) {
		var named = reasons.entrySet()
			.stream()
			.filter((entry) -> !entry.getKey().isEmpty())
			.map((entry) -> entry.getValue() + " " + entry.getKey())
			.collect(Collectors.joining(", "));
		return named.isEmpty() ? "" : " (" + named + ")";
	}

	private void report(List<Hold> held, Instant now) {
		var standing = new HashSet<String>();
		held.forEach((hold) -> hold.fix().ifPresent((fix) -> {
			standing.add(hold.name());
			this.problems.report(HELD_PROBLEM, hold.name(), hold.name() + ": " + hold.reason(), fix, now);
		}));
		this.problems.all()
			.stream()
			.filter((problem) -> problem.code().equals(HELD_PROBLEM))
			.map(Problem::subject)
			.filter((subject) -> !standing.contains(subject))
			.forEach((subject) -> this.problems.clear(HELD_PROBLEM, subject));
	}

}
