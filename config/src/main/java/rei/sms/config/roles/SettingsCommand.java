package rei.sms.config.roles;

import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import rei.sms.config.settings.SettingsPage;

/** Describes every setting. */
@Command(name = "settings", mixinStandardHelpOptions = true,
		description = "Describe every setting: what it must be, its default, who needs it.")
class SettingsCommand implements Runnable {

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Output output = new Output();

	@Override
	public void run() {
		var out = this.spec.commandLine().getOut();
		out.print(this.output.isJson() ? Json.of(Map.of("settings", SettingsPage.list())) + "\n"
				: SettingsPage.markdown());
		out.flush();
	}

}
