package rei.sms.config.roles;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lets a shell complete what operators type. */
@Command(name = "completion", mixinStandardHelpOptions = true,
		description = "Print a completion script for bash and zsh, for a command or alias called sms-engine.")
class CompletionCommand implements Runnable {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		var out = this.spec.commandLine().getOut();
		out.print(AutoComplete.bash("sms-engine", this.spec.root().commandLine()));
		out.flush();
	}

}
