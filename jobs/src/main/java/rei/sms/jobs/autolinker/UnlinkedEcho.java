package rei.sms.jobs.autolinker;

import rei.sms.db.inbox.OutboundEcho;
import rei.sms.jobs.Keyed;

/** A staged echo that has not been settled or logged yet. */
record UnlinkedEcho(OutboundEcho echo) implements Keyed {

	@Override
	public String key() {
		return this.echo.sid().value();
	}

}
