package rei.sms.config.roles;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import rei.sms.config.settings.Role;
import rei.sms.db.operations.PersonList;
import rei.sms.db.operations.PersonList.Entry;
import rei.sms.db.outbox.UnknownOutcomes;
import rei.sms.db.outbox.UnknownOutcomes.Settled;

/** What waits for a person, and what the person says. */
@Command(name = "people", mixinStandardHelpOptions = true,
		description = "What waits for a person, oldest first; say of a text of unknown outcome that it went or did not.")
class PeopleCommand implements Callable<Integer> {

	private static final int SHOWN = 1000;

	private final Engine engine;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Output output = new Output();

	PeopleCommand(Engine engine) {
		this.engine = engine;
	}

	@Override
	public Integer call() {
		try (var context = this.engine.start(Role.LOOK)) {
			show(context.getBean(PersonList.class).open(SHOWN), this.engine.terminal(this.output, this.spec));
			return ExitCode.OK;
		}
	}

	@Command(name = "went", mixinStandardHelpOptions = true,
			description = "The text went: it counts as sent, and nothing is sent.")
	int went(@Parameters(paramLabel = "ID", description = "The conversation's id.") UUID id, @Mixin Output how) {
		return settle(id, how, UnknownOutcomes::went);
	}

	@Command(name = "did-not", mixinStandardHelpOptions = true,
			description = "The text did not go: it queues at the gate again, or has failed when no attempt is left.")
	int didNot(@Parameters(paramLabel = "ID", description = "The conversation's id.") UUID id, @Mixin Output how) {
		return settle(id, how, UnknownOutcomes::didNot);
	}

	@Command(name = "done", mixinStandardHelpOptions = true,
			description = "Everything else of this conversation is done.")
	int done(@Parameters(paramLabel = "ID", description = "The conversation's id.") UUID id, @Mixin Output how) {
		try (var context = this.engine.start(Role.LOOK)) {
			boolean done = context.getBean(PersonList.class).done(id, context.getBean(Clock.class).instant());
			var terminal = this.engine.terminal(how, this.spec);
			say(terminal, how, Map.of("conversation_id", id, "done", done),
					done ? "Done: " + id : "Nothing of conversation " + id + " can be called done.");
			return done ? ExitCode.OK : ExitCode.SOFTWARE;
		}
	}

	private int settle(UUID id, Output how, Saying saying) {
		try (var context = this.engine.start(Role.LOOK)) {
			var settled = saying.say(context.getBean(UnknownOutcomes.class), id,
					context.getBean(Clock.class).instant());
			say(this.engine.terminal(how, this.spec), how,
					Map.of("conversation_id", id, "outcome", settled.name().toLowerCase(Locale.ROOT)),
					words(id, settled));
			return (settled != Settled.NOT_ASKED) ? ExitCode.OK : ExitCode.SOFTWARE;
		}
	}

	private void show(List<Entry> entries, Terminal terminal) {
		if (this.output.isJson()) {
			terminal.line(Json.of(Map.of("people", entries.stream().map(PeopleCommand::json).toList())));
		}
		else if (entries.isEmpty()) {
			terminal.line("Nothing waits for a person.");
		}
		else {
			entries.forEach((entry) -> terminal.line("%s  %s  %s %s: %s".formatted(entry.conversationId(),
					entry.since().truncatedTo(ChronoUnit.SECONDS), entry.kind(), entry.phone(), entry.reason())));
		}
	}

	private static void say(Terminal terminal, Output how, Map<String, Object> json, String words) {
		terminal.line(how.isJson() ? Json.of(json) : words);
	}

	private static Map<String, Object> json(Entry entry) {
		return Map.of("kind", entry.kind(), "conversation_id", entry.conversationId(), "phone", entry.phone().e164(),
				"reason", entry.reason(), "since", entry.since());
	}

	private static String words(UUID id, Settled settled) {
		return switch (settled) {
			case SENT -> id + " counts as sent.";
			case QUEUED -> id + " queues at the gate for a new attempt.";
			case FAILED -> id + " has failed: no attempt is left.";
			case NOT_ASKED -> "Nobody asks whether " + id + " went.";
		};
	}

	/** One of the two answers. */
	private interface Saying {

		Settled say(UnknownOutcomes unknown, UUID id, Instant now);

	}

}
