package rei.sms.jobs.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** What came back, read to its end. */
record Answer(String host, int status, String body, @Nullable Duration retryAfter) {

	boolean isSuccess() {
		return this.status >= 200 && this.status < 300;
	}

	RuntimeException failure(VendorError error) {
		return switch (this.status) {
			case 429 -> unavailable(Outcome.REFUSED_NOT_APPLIED, error);
			case 408 -> unavailable(Outcome.UNKNOWN, error);
			default -> (this.status >= 500) ? unavailable(Outcome.UNKNOWN, error)
					: new Rejected(this.host, this.status, error);
		};
	}

	private Unavailable unavailable(Outcome outcome, VendorError error) {
		var reason = (this.host + " answered " + this.status + " " + error.type()).strip();
		return new Unavailable(reason, outcome, this.retryAfter, error, this.status, null);
	}

}
