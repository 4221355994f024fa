package rei.sms.jobs.airtable;

import java.io.Serial;
import java.time.Duration;

import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Unavailable;

/**
 * A base that makes no calls for a while: nothing was sent, no row is at fault, and
 * retrying at once is useless.
 */
public abstract sealed class BaseStopped extends Unavailable permits BillingStopped, Forbidden {

	@Serial
	private static final long serialVersionUID = 1L;

	BaseStopped(String reason, Duration until) {
		super(reason, Outcome.REFUSED_NOT_APPLIED, until);
	}

}
