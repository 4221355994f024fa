package rei.sms.config.roles;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

import rei.sms.db.operations.Backlogs;
import rei.sms.db.operations.Backlogs.Backlog;
import rei.sms.jobs.campaign.Rehearsal;
import rei.sms.jobs.campaign.RehearsalView;
import rei.sms.jobs.responder.ProposedReplies;
import rei.sms.jobs.responder.ProposedReply;

/**
 * What jobs would do if they ran now: a campaign's run is rehearsed in full, and what the
 * autoresponder would answer stands with the AI engines' words beside the templates'.
 */
class Preview {

	private static final int REPLIES = 50;

	private static final String ANSWERS = "autoresponder";

	private static final String CAMPAIGNS = "campaign-send";

	private final Backlogs backlogs;

	private final Rehearsal rehearsal;

	private final ProposedReplies replies;

	private final Clock clock;

	private final Terminal terminal;

	private final Output output;

	Preview(Backlogs backlogs, Rehearsal rehearsal, ProposedReplies replies, Clock clock, Terminal terminal,
			Output output) {
		this.backlogs = backlogs;
		this.rehearsal = rehearsal;
		this.replies = replies;
		this.clock = clock;
		this.terminal = terminal;
		this.output = output;
	}

	/**
	 * Shows what each job would take up, the rehearsal of campaigns and proposed replies.
	 * @param campaign the only campaign to rehearse
	 * @param texts how many texts of each campaign to show
	 */
	int of(List<String> jobs, @Nullable String campaign, int texts) {
		var waiting = this.backlogs.all(this.clock.instant())
			.stream()
			.filter((backlog) -> jobs.contains(backlog.job()))
			.toList();
		var rehearsed = jobs.contains(CAMPAIGNS) ? rehearse(campaign, texts) : List.<RehearsalView>of();
		var proposed = jobs.contains(ANSWERS) ? this.replies.first(REPLIES) : List.<ProposedReply>of();
		if (this.output.isJson()) {
			this.terminal.line(Json.of(json(jobs, waiting, rehearsed, proposed)));
			return ExitCode.OK;
		}
		for (var job : jobs) {
			this.terminal.line("%-17s would take %s".formatted(job, words(job, waiting)));
			switch (job) {
				case CAMPAIGNS -> rehearsed.forEach((result) -> RehearsalLines.of(result).forEach(this.terminal::line));
				case ANSWERS -> proposed.forEach((reply) -> ProposedLines.of(reply).forEach(this.terminal::line));
				default -> {
				}
			}
		}
		return ExitCode.OK;
	}

	private static Map<String, Object> json(List<String> jobs, List<Backlog> waiting, List<RehearsalView> rehearsed,
			List<ProposedReply> proposed) {
		var json = new LinkedHashMap<String, Object>();
		json.put("would_take", waiting);
		json.put("rehearsed", rehearsed);
		if (jobs.contains(ANSWERS)) {
			json.put("replies", proposed);
		}
		return json;
	}

	private List<RehearsalView> rehearse(@Nullable String campaign, int texts) {
		var found = Optional.ofNullable(campaign)
			.map((name) -> this.rehearsal.of(name, texts)
				.map(List::of)
				.orElseThrow(() -> new WontStart("There is no campaign " + name + ".")))
			.orElseGet(() -> this.rehearsal.all(texts));
		return found.stream().map(RehearsalView::of).toList();
	}

	private static String words(String job, List<Backlog> waiting) {
		var words = waiting.stream()
			.filter((backlog) -> backlog.job().equals(job))
			.map((backlog) -> backlog.count() + " " + backlog.what())
			.toList();
		return words.isEmpty() ? "what it finds" : String.join(", ", words);
	}

}
