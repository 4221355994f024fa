package rei.sms.config.roles;

import java.time.Clock;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import rei.sms.config.settings.Role;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.db.outbox.HandedOver;

/** Pulls the kill switch. */
@Command(name = "pause", mixinStandardHelpOptions = true,
		description = "Stop sending, in every process, from its next claim on: all, or what is named.")
class PauseCommand implements Callable<Integer> {

	private final Engine engine;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Output output = new Output();

	@Mixin
	private Scopes scopes = new Scopes();

	@Option(names = "--reason", paramLabel = "R", description = "Why; people see it.")
	private @Nullable String reason;

	PauseCommand(Engine engine) {
		this.engine = engine;
	}

	@Override
	public Integer call() {
		var named = this.scopes.named();
		try (var context = this.engine.start(Role.LOOK)) {
			var pauses = context.getBean(Pauses.class);
			var now = context.getBean(Clock.class).instant();
			named.forEach((scope, value) -> pauses.pause(scope, value, this.reason, now));
			var handedOver = context.getBean(HandedOver.class);
			var gone = named.entrySet()
				.stream()
				.map((scope) -> new Pause(scope.getKey(), scope.getValue(), this.reason, now))
				.flatMap((pause) -> handedOver.stoppedBy(pause, now).stream())
				.distinct()
				.toList();
			new PausedLines(pauses, this.engine.terminal(this.output, this.spec)).show(this.output, gone);
			return ExitCode.OK;
		}
	}

}
