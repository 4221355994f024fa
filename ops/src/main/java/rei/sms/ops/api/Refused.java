package rei.sms.ops.api;

import java.io.Serial;

import org.springframework.http.HttpStatus;

/** What was asked can't be done, and why; the detail names the field. */
class Refused extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final HttpStatus status;

	Refused(HttpStatus status, String detail) {
		super(detail);
		this.status = status;
	}

	static Refused malformed(String detail) {
		return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, detail);
	}

	static Refused missing(String what) {
		return new Refused(HttpStatus.NOT_FOUND, what);
	}

	HttpStatus status() {
		return this.status;
	}

}
