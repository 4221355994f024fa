package rei.sms.jobs.http;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A vendor cannot serve now: the same request may succeed later. */
public class Unavailable extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final Outcome outcome;

	private final @Nullable Duration retryAfter;

	private final VendorError error;

	private final int status;

	public Unavailable(String reason, Outcome outcome) {
		this(reason, outcome, null, VendorError.NONE, null);
	}

	public Unavailable(String reason, Outcome outcome, @Nullable Duration retryAfter) {
		this(reason, outcome, retryAfter, VendorError.NONE, null);
	}

	Unavailable(String reason, Outcome outcome, @Nullable Duration retryAfter, VendorError error,
			@Nullable Throwable cause) {
		this(reason, outcome, retryAfter, error, 0, cause);
	}

	Unavailable(String reason, Outcome outcome, @Nullable Duration retryAfter, VendorError error, int status,
			@Nullable Throwable cause) {
		super(reason, cause);
		this.status = status;
		this.outcome = outcome;
		this.retryAfter = retryAfter;
		this.error = error;
	}

	/** Whether the request may have been applied. */
	public Outcome outcome() {
		return this.outcome;
	}

	/** How long the vendor asked to be left alone. */
	public Optional<Duration> retryAfter() {
		return Optional.ofNullable(this.retryAfter);
	}

	/** The HTTP status of the answer, 0 when there was none. */
	public int status() {
		return this.status;
	}

	/** What the vendor said, if it said anything. */
	public VendorError error() {
		return this.error;
	}

}
