package rei.sms.config.roles;

import picocli.CommandLine.Option;

/** How a role answers. */
class Output {

	@Option(names = "--json", description = "Answer in JSON.")
	private boolean json;

	boolean isJson() {
		return this.json;
	}

}
