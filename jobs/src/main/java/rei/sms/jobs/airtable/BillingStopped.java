package rei.sms.jobs.airtable;

import java.io.Serial;
import java.time.Duration;

/** The plan's calls of this month are used up. */
public final class BillingStopped extends BaseStopped {

	@Serial
	private static final long serialVersionUID = 1L;

	BillingStopped(String base, Duration until) {
		super("the calls of this month are used up for base " + base, until);
	}

}
