package rei.sms.jobs.airtable;

import java.io.Serial;
import java.time.Duration;

/** Our token may not use this base, or there is no such base. */
public final class Forbidden extends BaseStopped {

	@Serial
	private static final long serialVersionUID = 1L;

	Forbidden(String base, Duration until) {
		super("no access to base " + base, until);
	}

}
