package rei.sms.config.roles;

import java.util.Objects;

import picocli.CommandLine.IVersionProvider;

/** Which version of the engine this is. */
class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		var version = Version.class.getPackage().getImplementationVersion();
		return new String[] { "sms-engine " + Objects.requireNonNullElse(version, "(not packaged)"),
				"Java " + Runtime.version() };
	}

}
