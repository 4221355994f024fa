package rei.sms.sandbox.textgrid;

import java.time.Instant;
import java.util.List;

/**
 * A text from a phone to one of the account's numbers.
 *
 * @param stop whether its writer wants no more texts
 * @param status of the webhook that brought it, 0 until somebody answered
 */
public record Inbound(String sid, String from, String to, String body, List<String> media, Instant at, boolean stop,
		int status) {

	Inbound answered(int status) {
		return new Inbound(this.sid, this.from, this.to, this.body, this.media, this.at, this.stop, status);
	}

	/** Whether the webhook took it, or refused it for good. */
	boolean isSettled() {
		return this.status > 0 && this.status < 500;
	}

}
