package rei.sms.config.roles;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.ExitCode;

import rei.sms.db.operations.Backlogs;
import rei.sms.db.operations.Backlogs.Backlog;

/** What jobs would take up if they ran now. */
class Preview {

	private final Backlogs backlogs;

	private final Clock clock;

	Preview(Backlogs backlogs, Clock clock) {
		this.backlogs = backlogs;
		this.clock = clock;
	}

	int of(List<String> jobs, Terminal terminal, Output output) {
		var waiting = this.backlogs.all(this.clock.instant())
			.stream()
			.filter((backlog) -> jobs.contains(backlog.job()))
			.toList();
		if (output.isJson()) {
			terminal.line(Json.of(Map.of("would_take", waiting)));
			return ExitCode.OK;
		}
		jobs.forEach((job) -> terminal.line("%-17s would take %s".formatted(job, words(job, waiting))));
		return ExitCode.OK;
	}

	private static String words(String job, List<Backlog> waiting) {
		var words = waiting.stream()
			.filter((backlog) -> backlog.job().equals(job))
			.map((backlog) -> backlog.count() + " " + backlog.what())
			.toList();
		return words.isEmpty() ? "what it finds" : String.join(", ", words);
	}

}
