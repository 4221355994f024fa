package rei.sms.config.roles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import rei.sms.config.settings.SettingsPage;

/** Describes every setting. */
@Command(name = "settings", mixinStandardHelpOptions = true,
		description = "Describe every setting: what it must be, its default, who needs it.")
class SettingsCommand implements Runnable {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public void run() {
		var out = this.spec.commandLine().getOut();
		out.print(SettingsPage.markdown());
		out.flush();
	}

}
