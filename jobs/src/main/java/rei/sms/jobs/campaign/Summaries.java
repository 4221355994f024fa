package rei.sms.jobs.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import rei.sms.db.campaign.Campaign;
import rei.sms.db.campaign.Campaigns;
import rei.sms.db.campaign.Recipients;
import rei.sms.db.campaign.Recipients.Tally;
import rei.sms.db.campaign.Verdict.Outcome;
import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.campaign.Agenda.Hold;

/**
 * Tells the team what a run did to each campaign, and reports what holds one. A campaign
 * of which nothing new is to be said is not touched: each note costs a call to Airtable.
 */
@Component
class Summaries {

	private static final String HELD_PROBLEM = "campaign-held";

	private static final String SENDER_PROBLEM = "sender-unnamed";

	private final Campaigns campaigns;

	private final Recipients recipients;

	private final Agendas agendas;

	private final Timetables timetables;

	private final Problems problems;

	private final SendingProperties sending;

	private final Clock clock;

	Summaries(Campaigns campaigns, Recipients recipients, Agendas agendas, Timetables timetables, Problems problems,
			SendingProperties sending, Clock clock) {
		this.campaigns = campaigns;
		this.recipients = recipients;
		this.agendas = agendas;
		this.timetables = timetables;
		this.problems = problems;
		this.sending = sending;
		this.clock = clock;
	}

	/** Notes what was planned since the last note, and what holds campaigns now. */
	void note() {
		var now = this.clock.instant();
		var sending = this.campaigns.sending(now);
		var agenda = this.agendas.of(sending, this.timetables.from(now), now);
		sending.forEach((campaign) -> note(campaign, agenda, now));
		var standing = sending.stream().map(Campaign::name).collect(Collectors.toSet());
		clearMended(HELD_PROBLEM,
				agenda.held()
					.stream()
					.filter((hold) -> hold.fix().isPresent())
					.map(Hold::name)
					.collect(Collectors.toSet()));
		standing.forEach((name) -> this.problems.clear(Lifecycle.CANARY_PROBLEM, name));
		reportSender(!sending.isEmpty(), now);
	}

	private void note(Campaign campaign, Agenda agenda, Instant now) {
		var tally = this.recipients.sinceLastRun(campaign.id());
		var hold = agenda.holdOf(campaign.id());
		hold.ifPresent((reason) -> report(reason, now));
		var words = words(tally, hold.map(Hold::reason).orElse(""));
		if (!words.isEmpty()) {
			this.campaigns.noteRun(campaign.id(), words, now);
		}
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

	private void report(Hold hold, Instant now) {
		hold.fix()
			.ifPresent((fix) -> this.problems.report(HELD_PROBLEM, hold.name(), hold.name() + ": " + hold.reason(), fix,
					now));
	}

	private void clearMended(String code, Set<String> standing) {
		this.problems.all()
			.stream()
			.filter((problem) -> problem.code().equals(code))
			.map(Problem::subject)
			.filter((subject) -> !standing.contains(subject))
			.forEach((subject) -> this.problems.clear(code, subject));
	}

	private void reportSender(boolean sends, Instant now) {
		if (sends && this.sending.agent().isEmpty() && this.sending.company().isEmpty()) {
			this.problems.report(SENDER_PROBLEM, "", "First texts cannot name their sender.",
					"Set AGENT_NAME and COMPANY_NAME.", now);
		}
		else {
			this.problems.clear(SENDER_PROBLEM);
		}
	}

}
