package rei.sms.jobs.kpi;

import rei.sms.db.kpi.Window;
import rei.sms.jobs.Keyed;

/** A window that is to be counted. */
record DueWindow(Window window) implements Keyed {

	@Override
	public String key() {
		return this.window.period() + " " + this.window.start();
	}

}
