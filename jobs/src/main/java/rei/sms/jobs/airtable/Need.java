package rei.sms.jobs.airtable;

/** How much the engine needs a table or a field. */
enum Need {

	/** Nothing can be written without it. */
	KEY,
	/** It is left out and reported where the base lacks it. */
	USUAL,
	/** It is written where the base has it. */
	OPTIONAL

}
