package rei.sms.jobs.kpi;

import java.time.LocalDate;

import rei.sms.db.kpi.Window;
import rei.sms.db.kpi.Window.Period;
import rei.sms.jobs.Keyed;

/** A window that is to be counted. */
record DueWindow(Window window) implements Keyed {

	/** Whether nothing more is waited for: the day after is over. */
	boolean isFinal(LocalDate today) {
		return this.window.period() == Period.DAILY && this.window.start().isBefore(today.minusDays(1));
	}

	@Override
	public String key() {
		return this.window.period() + " " + this.window.start();
	}

}
