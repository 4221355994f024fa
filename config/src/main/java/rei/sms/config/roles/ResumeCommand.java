package rei.sms.config.roles;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import rei.sms.config.settings.Role;
import rei.sms.db.operations.Pauses;

/** Lets the kill switch go. */
@Command(name = "resume", mixinStandardHelpOptions = true,
		description = "Let what was paused send again: the pause of everything, or what is named.")
class ResumeCommand implements Callable<Integer> {

	private final Engine engine;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Output output = new Output();

	@Mixin
	private Scopes scopes = new Scopes();

	@Option(names = "--reason", paramLabel = "R", description = "Why; taken so that a pause's words can be reused.")
	private String reason = "";

	ResumeCommand(Engine engine) {
		this.engine = engine;
	}

	@Override
	public Integer call() {
		var named = this.scopes.named();
		try (var context = this.engine.start(Role.LOOK)) {
			var pauses = context.getBean(Pauses.class);
			named.forEach(pauses::resume);
			new PausedLines(pauses, this.engine.terminal(this.output, this.spec)).show(this.output, List.of());
			return ExitCode.OK;
		}
	}

}
