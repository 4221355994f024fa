package rei.sms.jobs.airtable;

import java.io.Serial;

import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.VendorError;

/** The listing took too long between two pages: it is to be started again. */
public final class CursorExpired extends Rejected {

	@Serial
	private static final long serialVersionUID = 1L;

	static final String TYPE = "LIST_RECORDS_ITERATOR_NOT_AVAILABLE";

	CursorExpired(Rejected rejected) {
		super("airtable", rejected.status(), new VendorError(TYPE, rejected.error().message()));
	}

}
