package rei.sms.jobs.airtable;

/** What a field is expected to hold. */
public enum Kind {

	TEXT, SELECT, NUMBER, TIME, FLAG, LINK,
	/** Filled by Airtable, or kept by its other side: only read. */
	COMPUTED

}
