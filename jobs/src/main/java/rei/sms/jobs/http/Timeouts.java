package rei.sms.jobs.http;

import java.time.Duration;

/**
 * How long one call may take.
 *
 * @param connect to be connected
 * @param read without a byte of the answer
 * @param whole from the first attempt to connect to the last byte of the answer
 */
public record Timeouts(Duration connect, Duration read, Duration whole) {

	/** Five seconds to connect, fifteen of silence, forty in all. */
	public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15),
			Duration.ofSeconds(40));

}
