package rei.sms.jobs.http;

/** What became of a request that got no usable answer. */
public enum Outcome {

	/** The vendor never had the whole request: repeating it is safe. */
	NOT_SENT,
	/** The vendor may have applied it: only what is idempotent may be repeated. */
	UNKNOWN,
	/** The vendor answered that it did not apply it. */
	REFUSED_NOT_APPLIED

}
