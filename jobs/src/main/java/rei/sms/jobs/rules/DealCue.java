package rei.sms.jobs.rules;

/** What a seller's message says about the deal, beyond its AI Intent. */
public enum DealCue {

	/** The seller agrees on the price. */
	AGREES_ON_PRICE,
	/** The seller asks for the documents, or has got or signed them. */
	DOCUMENTS,
	/** The seller asks about the documents. */
	DOCUMENT_QUESTION

}
