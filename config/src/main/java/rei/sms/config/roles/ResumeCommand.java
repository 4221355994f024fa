package rei.sms.config.roles;

import java.util.Map;

import org.springframework.context.ApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import rei.sms.db.operations.Pause.Scope;
import rei.sms.db.operations.Pauses;
import rei.sms.db.outbox.KillSwitch.Pulled;

/** Lets the kill switch go. */
@Command(name = "resume", mixinStandardHelpOptions = true,
		description = "Let what was paused send again: the pause of everything, or what is named.")
class ResumeCommand extends SwitchCommand {

	@Option(names = "--reason", paramLabel = "R", description = "Why; taken so that a pause's words can be reused.")
	private String reason = "";

	ResumeCommand(Engine engine) {
		super(engine);
	}

	@Override
	Pulled turn(Map<Scope, String> named, ApplicationContext context) {
		named.forEach(context.getBean(Pauses.class)::resume);
		return Pulled.NOTHING;
	}

}
