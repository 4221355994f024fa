package rei.sms.jobs.airtable;

/** Who goes first when calls wait for the same base. */
public enum Lane {

	/** Something that people wait for: a reply, an opt-out, a new lead. */
	URGENT,
	/** Everything else. */
	BULK

}
