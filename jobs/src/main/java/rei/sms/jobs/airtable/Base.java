package rei.sms.jobs.airtable;

/** A base of the team; several may be one and the same. */
public enum Base {

	/** Messages, contacts, campaigns and templates. */
	LEADS_CONVOS,
	/** Key figures. */
	PERFORMANCE,
	/** Our numbers and the list of opt-outs. */
	CAMPAIGN_CONTROL

}
