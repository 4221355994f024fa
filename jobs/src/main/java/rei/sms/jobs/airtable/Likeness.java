package rei.sms.jobs.airtable;

/** How a record and the row that it shows go together. */
public enum Likeness {

	/** Every cell of ours is as it should be. */
	ALIKE,
	/** Only links differ. */
	LINKED_ELSEWHERE,
	/** Something else differs. */
	UNLIKE

}
