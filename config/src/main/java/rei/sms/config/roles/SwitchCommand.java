package rei.sms.config.roles;

import java.util.Map;
import java.util.concurrent.Callable;

import org.springframework.context.ApplicationContext;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import rei.sms.config.settings.Role;
import rei.sms.db.operations.Pause.Scope;
import rei.sms.db.operations.Pauses;
import rei.sms.db.outbox.KillSwitch.Pulled;

/** Turns the kill switch, then shows what is stopped. */
abstract class SwitchCommand implements Callable<Integer> {

	private final Engine engine;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Output output = new Output();

	@Mixin
	private Scopes scopes = new Scopes();

	SwitchCommand(Engine engine) {
		this.engine = engine;
	}

	@Override
	public Integer call() {
		var named = this.scopes.named();
		try (var context = this.engine.start(Role.LOOK)) {
			var pulled = turn(named, context);
			new PausedLines(context.getBean(Pauses.class), this.engine.terminal(this.output, this.spec))
				.show(this.output, pulled);
			return ExitCode.OK;
		}
	}

	/** Turns it; answers what that does not stop. */
	abstract Pulled turn(Map<Scope, String> named, ApplicationContext context);

}
