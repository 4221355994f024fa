package rei.sms.sandbox.textgrid;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A text that was taken for delivery.
 *
 * @param begun when the first byte of the request came in
 * @param accepted when it was taken
 * @param status queued, sent, delivered, undelivered or failed
 * @param errorCode 0 for none
 */
public record Text(String sid, String from, String to, String body, Instant begun, Instant accepted, String status,
		int errorCode, @Nullable String statusCallback) {

	/**
	 * The same text with another status.
	 */
	Text become(String status, int errorCode) {
		return new Text(this.sid, this.from, this.to, this.body, this.begun, this.accepted, status, errorCode,
				this.statusCallback);
	}

	boolean isEnded() {
		return !this.status.equals("queued") && !this.status.equals("sent");
	}

}
