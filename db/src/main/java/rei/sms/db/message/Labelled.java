package rei.sms.db.message;

/**
 * A word of the vocabulary that people see under a fixed label, to the letter the seed's
 * select option.
 */
public interface Labelled {

	/** The exact select option that Airtable shows. */
	String label();

}
