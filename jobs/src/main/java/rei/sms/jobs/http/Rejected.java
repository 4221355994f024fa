package rei.sms.jobs.http;

import java.io.Serial;

/**
 * A vendor refused a request for good: the same request will be refused again. Its
 * message names the kind of error only; the vendor's own words may quote a cell or a
 * phone number and are in {@link #error()}.
 */
public class Rejected extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final int status;

	private final VendorError error;

	public Rejected(String host, int status, VendorError error) {
		super((host + " answered " + status + " " + error.type()).strip());
		this.status = status;
		this.error = error;
	}

	/** The HTTP status. */
	public int status() {
		return this.status;
	}

	/** What the vendor said. */
	public VendorError error() {
		return this.error;
	}

}
