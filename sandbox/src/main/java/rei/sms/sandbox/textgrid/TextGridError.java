package rei.sms.sandbox.textgrid;

import java.io.Serial;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A refusal with TextGrid's error body.
 */
final class TextGridError extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient Answer answer;

	/**
	 * Makes a refusal.
	 * @param code 0 when TextGrid gives none
	 */
	TextGridError(int status, int code, String message) {
		super(message, null, false, false);
		ObjectNode body = Json.object().put("status", status).put("message", message);
		if (code != 0) {
			body.put("code", code);
		}
		this.answer = Answer.json(status, body);
	}

	TextGridError(Outcome outcome) {
		this(400, outcome.code(), outcome.message());
	}

	Answer answer() {
		return this.answer;
	}

}
