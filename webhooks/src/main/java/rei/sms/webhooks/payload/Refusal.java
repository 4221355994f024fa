package rei.sms.webhooks.payload;

import java.io.Serial;

import org.springframework.http.HttpStatus;

/**
 * That a request is not taken, with the status and the words of the problem document; the
 * words are ours and never quote the request.
 */
public final class Refusal extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	private final String detail;

	public Refusal(HttpStatus status, String detail) {
		super(detail, null, false, false);
		this.status = status;
		this.detail = detail;
	}

	static Refusal malformed(String detail) {
		return new Refusal(HttpStatus.BAD_REQUEST, detail);
	}

	/** A field that is missing or says nothing we can use. */
	public static Refusal of(Field field, String fault) {
		return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, field.label() + " " + fault);
	}

	/** The status of the answer. */
	public HttpStatus status() {
		return this.status;
	}

	/** What is wrong, in one sentence that names the field. */
	public String detail() {
		return this.detail;
	}

}
