package rei.sms.sandbox.model;

import java.time.Duration;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Fault;
import rei.sms.sandbox.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A chat endpoint's own ways to fail.
 */
public final class ModelFaults {

	private ModelFaults() {
	}

	/** 429 with {@code Retry-After}. */
	public static Fault tooMany(Duration retryAfter) {
		return new Fault.Instead(
				error(429, "Rate limit reached").with("Retry-After", String.valueOf(retryAfter.toSeconds())));
	}

	/** 500. */
	public static Fault serverError() {
		return new Fault.Instead(error(500, "The server had an error"));
	}

	/** The answer comes, but only after this long. */
	public static Fault slow(Duration time) {
		return new Fault.Hang(time);
	}

	static Answer error(int status, String message) {
		ObjectNode body = Json.object();
		body.putObject("error").put("message", message).put("type", "error").put("code", status);
		return Answer.json(status, body);
	}

}
