package rei.sms.sandbox.http;

import java.time.Duration;

/**
 * Where a stand-in listens and how slow it is.
 *
 * @param port 0 for any free one
 * @param latency before every answer
 */
public record ServerOptions(int port, Duration latency) {

	/**
	 * Any free port, no latency.
	 */
	public static final ServerOptions DEFAULT = new ServerOptions(0, Duration.ZERO);

}
