package rei.sms.config.doctor;

/**
 * Something that the doctor looked at.
 *
 * @param area what it belongs to: settings, database, airtable, provider, models
 * @param fix what to do about it; empty when nothing is to be done
 */
public record Finding(String area, Verdict verdict, String what, String fix) {

	/** What it means for the next run. */
	public enum Verdict {

		/** As it should be. */
		FINE,
		/** The engine does without it and somebody should know. */
		LACKS,
		/** A run would break. */
		BROKEN

	}

	static Finding fine(String area, String what) {
		return new Finding(area, Verdict.FINE, what, "");
	}

	static Finding lacks(String area, String what, String fix) {
		return new Finding(area, Verdict.LACKS, what, fix);
	}

	static Finding broken(String area, String what, String fix) {
		return new Finding(area, Verdict.BROKEN, what, fix);
	}

}
