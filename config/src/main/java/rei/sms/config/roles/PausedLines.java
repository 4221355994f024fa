package rei.sms.config.roles;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.db.outbox.HandedOver;
import rei.sms.db.outbox.KillSwitch.Pulled;

/** What is stopped just now, line by line. */
class PausedLines {

	private final Pauses pauses;

	private final Terminal terminal;

	PausedLines(Pauses pauses, Terminal terminal) {
		this.pauses = pauses;
		this.terminal = terminal;
	}

	/** Shows the pauses, and what the last pull does not stop. */
	void show(Output output, Pulled pulled) {
		var gone = pulled.handedOver();
		pulled.unknown().forEach((name) -> this.terminal.error("@|yellow " + name.inWords() + "|@"));
		var paused = this.pauses.all();
		if (output.isJson()) {
			this.terminal.line(Json.of(Map.of("paused", paused.stream().map(PausedLines::json).toList(), "handed_over",
					gone, "unknown", pulled.unknown())));
			return;
		}
		if (paused.isEmpty()) {
			this.terminal.line("Nothing is paused.");
		}
		paused.forEach((pause) -> this.terminal.line(line(pause)));
		if (!gone.isEmpty()) {
			this.terminal.line(gone.size() + " handed over already:");
			gone.forEach((text) -> this.terminal.line(line(text)));
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

	private static String line(HandedOver.Text text) {
		return "  %s  %s  to %s from %s, %s".formatted(text.conversationId(), text.since(), text.phone(),
				text.ourNumber(), text.state());
	}

	private static String line(Pause pause) {
		return "@|yellow paused|@  %s%s since %s%s".formatted(pause.scope().word(),
				pause.value().isEmpty() ? "" : " " + pause.value(), pause.since(),
				(pause.reason() != null) ? ": " + pause.reason() : "");
	}

}
