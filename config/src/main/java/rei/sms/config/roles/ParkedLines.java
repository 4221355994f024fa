package rei.sms.config.roles;

import java.util.List;
import java.util.Map;

import picocli.CommandLine.ExitCode;

import rei.sms.db.operations.ParkedRecord;
import rei.sms.db.operations.ParkedRecords;

/** What was set aside, line by line. */
class ParkedLines {

	private final ParkedRecords records;

	private final Terminal terminal;

	ParkedLines(ParkedRecords records, Terminal terminal) {
		this.records = records;
		this.terminal = terminal;
	}

	int show(List<Long> retry, Output output) {
		var gone = retry.stream().filter((id) -> !this.records.retry(id)).toList();
		gone.forEach((id) -> this.terminal.error("Nothing is parked under " + id + "."));
		var parked = this.records.all();
		if (output.isJson()) {
			this.terminal.line(Json.of(Map.of("parked", parked)));
		}
		else if (parked.isEmpty()) {
			this.terminal.line("Nothing is set aside.");
		}
		else {
			parked.forEach((record) -> this.terminal.line(line(record)));
		}
		return gone.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
	}

	private static String line(ParkedRecord record) {
		return "%6d  %s  %s %s  tried %d times: %s".formatted(record.id(), record.since(), record.step(), record.key(),
				record.attempts(), record.error());
	}

}
