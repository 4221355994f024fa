package rei.sms.db.outbox;

/** Why a text goes out; replies overtake campaign texts (decision 38). */
public enum TextKind {

	/** The one confirmation of a stop request that decision 20 allows. */
	CONFIRMATION(0),
	/** An answer to a seller. */
	REPLY(1),
	/** A person's own text. */
	MANUAL(2),
	/** A campaign's text. */
	CAMPAIGN(5);

	private final int priority;

	TextKind(int priority) {
		this.priority = priority;
	}

	/** Smaller goes first. */
	public int priority() {
		return this.priority;
	}

}
