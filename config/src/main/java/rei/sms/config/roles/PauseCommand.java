package rei.sms.config.roles;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import rei.sms.db.operations.Pause.Scope;
import rei.sms.db.outbox.KillSwitch;
import rei.sms.db.outbox.KillSwitch.Pulled;

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
	Pulled turn(Map<Scope, String> named, ApplicationContext context) {
		return context.getBean(KillSwitch.class).pull(named, this.reason, context.getBean(Clock.class).instant());
	}

}
