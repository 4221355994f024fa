package rei.sms.jobs.launch;

import java.util.Locale;

/** When Airtable is to see what a job changed. */
public enum Mirroring {

	/** At its end. */
	NOW,
	/** At its end, but for what a worker would show later, where one is at work. */
	SHARED,
	/** When a push that follows finds it due. */
	LATER;

	String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

}
