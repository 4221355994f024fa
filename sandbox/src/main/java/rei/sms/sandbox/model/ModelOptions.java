package rei.sms.sandbox.model;

import rei.sms.sandbox.http.ServerOptions;

/**
 * How a {@link ModelStandIn} is set up.
 *
 * @param key the API key that opens it
 */
public record ModelOptions(ServerOptions server, String key) {

	/**
	 * Any free port, key {@code sandbox}.
	 */
	public static final ModelOptions DEFAULT = new ModelOptions(ServerOptions.DEFAULT, "sandbox");

}
