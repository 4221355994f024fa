package rei.sms.db.suppression;

/** Why a phone must not be texted. */
public enum SuppressionReason {

	/** The seller asked us to stop. */
	STOP,
	/** Somebody else answers that phone (decision 18). */
	WRONG_NUMBER,
	/**
	 * The provider refuses the phone as opted out: 21610 or a "blacklist" answer
	 * (decision 18).
	 */
	PROVIDER_BLOCKED,
	/** A threat, a regulator, or the Do-Not-Call registry was named. */
	DNC,
	/** A person of the team set it. */
	MANUAL

}
