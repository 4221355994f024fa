package rei.sms.config.roles;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;

import rei.sms.db.operations.Backlogs;
import rei.sms.db.operations.Backlogs.Backlog;
import rei.sms.jobs.responder.ProposedReplies;
import rei.sms.jobs.responder.ProposedReply;

/**
 * What jobs would take up if they ran now, and what the autoresponder would answer: the
 * AI engines' words beside the templates'.
 */
class Preview {

	private static final int REPLIES = 50;

	private static final String ANSWERS = "autoresponder";

	private final Backlogs backlogs;

	private final ProposedReplies replies;

	private final Clock clock;

	Preview(Backlogs backlogs, ProposedReplies replies, Clock clock) {
		this.backlogs = backlogs;
		this.replies = replies;
		this.clock = clock;
	}

	int of(List<String> jobs, Terminal terminal, Output output) {
		var waiting = this.backlogs.all(this.clock.instant())
			.stream()
			.filter((backlog) -> jobs.contains(backlog.job()))
			.toList();
		List<ProposedReply> proposed = jobs.contains(ANSWERS) ? this.replies.first(REPLIES) : List.of();
		if (output.isJson()) {
			terminal.line(Json.of(json(jobs, waiting, proposed)));
			return ExitCode.OK;
		}
		jobs.forEach((job) -> terminal.line("%-17s would take %s".formatted(job, words(job, waiting))));
		proposed.forEach((reply) -> show(reply, terminal));
		return ExitCode.OK;
	}

	private static Map<String, Object> json(List<String> jobs, List<Backlog> waiting, List<ProposedReply> proposed) {
		var json = new LinkedHashMap<String, Object>();
		json.put("would_take", waiting);
		if (jobs.contains(ANSWERS)) {
			json.put("replies", proposed);
		}
		return json;
	}

	private static void show(ProposedReply reply, Terminal terminal) {
		terminal.line("");
		terminal.line(reply.sellerPhone() + "  " + reply.said().replaceAll("\\s+", " "));
		terminal.line("  plan      " + reply.plan());
		line(terminal, "template", reply.template());
		line(terminal, "AI", reply.written());
		line(terminal, "by", reply.writer());
		line(terminal, "because", reply.reason());
	}

	private static void line(Terminal terminal, String title, @Nullable String text) {
		if (text != null) {
			terminal.line("  %-9s %s".formatted(title, text));
		}
	}

	private static String words(String job, List<Backlog> waiting) {
		var words = waiting.stream()
			.filter((backlog) -> backlog.job().equals(job))
			.map((backlog) -> backlog.count() + " " + backlog.what())
			.toList();
		return words.isEmpty() ? "what it finds" : String.join(", ", words);
	}

}
