package rei.sms.config.roles;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import rei.sms.db.operations.Pausable;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pause.Scope;
import rei.sms.db.operations.Pauses;
import rei.sms.db.outbox.HandedOver;

/** Pulls the kill switch. */
@Command(name = "pause", mixinStandardHelpOptions = true,
		description = "Stop sending, in every process, from its next claim on: all, or what is named.")
class PauseCommand extends SwitchCommand {

	@Option(names = "--reason", paramLabel = "R", description = "Why; people see it.")
	private @Nullable String reason;

	PauseCommand(Engine engine) {
		super(engine);
	}

	@Override
	List<HandedOver.Text> turn(Map<Scope, String> named, ApplicationContext context) {
		var pauses = context.getBean(Pauses.class);
		var handedOver = context.getBean(HandedOver.class);
		var now = context.getBean(Clock.class).instant();
		named.forEach((scope, value) -> pauses.pause(scope, value, this.reason, now));
		return named.entrySet()
			.stream()
			.map((scope) -> new Pause(scope.getKey(), scope.getValue(), this.reason, now))
			.flatMap((pause) -> handedOver.stoppedBy(pause, now).stream())
			.distinct()
			.toList();
	}

	@Override
	List<Pausable.Unknown> unknown(Map<Scope, String> named, ApplicationContext context) {
		return context.getBean(Pausable.class).unknown(named);
	}

}
