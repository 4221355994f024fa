package rei.sms.db.outbox;

/** Where a text stands between being written and its fate being known. */
public enum OutboxState {

	/** Waits for its turn at the gate. */
	QUEUED,
	/** Failed in passing and waits for the retry job. */
	RETRY,
	/** Claimed: the call to the provider may be under way. */
	SENDING,
	/** The call ended without an answer: it may or may not have gone (decision 30). */
	UNKNOWN,
	/** Unknown for too long: a person decides. */
	PERSON

}
