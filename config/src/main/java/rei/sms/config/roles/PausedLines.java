package rei.sms.config.roles;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;

/** What is stopped just now, line by line. */
class PausedLines {

	private final Pauses pauses;

	private final Terminal terminal;

	PausedLines(Pauses pauses, Terminal terminal) {
		this.pauses = pauses;
		this.terminal = terminal;
	}

	void show(Output output) {
		var paused = this.pauses.all();
		if (output.isJson()) {
			this.terminal.line(Json.of(Map.of("paused", paused.stream().map(PausedLines::json).toList())));
		}
		else if (paused.isEmpty()) {
			this.terminal.line("Nothing is paused.");
		}
		else {
			paused.forEach((pause) -> this.terminal.line(line(pause)));
		}
	}

	private static Map<String, @Nullable Object> json(Pause pause) {
		var json = new LinkedHashMap<String, @Nullable Object>();
		json.put("scope", pause.scope().word());
		json.put("value", pause.value().isEmpty() ? null : pause.value());
		json.put("reason", pause.reason());
		json.put("since", pause.since());
		return json;
	}

	private static String line(Pause pause) {
		return "@|yellow paused|@  %s%s since %s%s".formatted(pause.scope().word(),
				pause.value().isEmpty() ? "" : " " + pause.value(), pause.since(),
				(pause.reason() != null) ? ": " + pause.reason() : "");
	}

}
