package rei.sms.sandbox.textgrid;

import java.time.Duration;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Fault;

/**
 * TextGrid's own ways to fail.
 */
public final class TextGridFaults {

	private TextGridFaults() {
	}

	/** 429 with {@code Retry-After}, nothing taken. */
	public static Fault tooMany(Duration retryAfter) {
		return new Fault.Instead(new TextGridError(429, 20429, "Too Many Requests").answer()
			.with("Retry-After", String.valueOf(retryAfter.toSeconds())));
	}

	/** A 5xx with nothing taken. */
	public static Fault serverError(int status) {
		return new Fault.Instead(new TextGridError(status, 20500, "Internal Server Error").answer());
	}

	/** A 5xx although the text was taken and goes out. */
	public static Fault serverErrorAfterAccepting(int status) {
		return new Fault.AppliedBut(new TextGridError(status, 20500, "Internal Server Error").answer());
	}

	/** A 400 with this code, nothing taken. */
	public static Fault refusal(int code, String message) {
		return new Fault.Instead(new TextGridError(400, code, message).answer());
	}

	/** An HTML page from a gateway in front. */
	public static Fault badGateway() {
		return new Fault.Instead(Answer.html(502, "<html><body>Bad Gateway</body></html>"));
	}

}
