package rei.sms.db.message;

/** How far a message got; it only moves forward (decision 12). */
public enum DeliveryStatus implements Labelled {

	/** Accepted by us or by the provider, not handed to the carrier yet. */
	QUEUED(0, "QUEUED"),
	/** Handed to the carrier. */
	SENT(1, "SENT"),
	/** The carrier gave up on it. */
	UNDELIVERED(2, "UNDELIVERED"),
	/** The provider never sent it. */
	FAILED(2, "FAILED"),
	/** Refused because the seller opted out, or itself a stop request. */
	OPT_OUT(2, "OPT OUT"),
	/** The carrier confirmed delivery. */
	DELIVERED(3, "DELIVERED");

	private final int rank;

	private final String label;

	DeliveryStatus(int rank, String label) {
		this.rank = rank;
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

	/** Whether no later word is expected. */
	public boolean isTerminal() {
		return this.rank >= 2;
	}

	/** The rank that SQL compares by: a status replaces only one of a lower rank. */
	public int rank() {
		return this.rank;
	}

	/**
	 * The status after a receipt says {@code next}: a terminal state stays, except that
	 * {@code DELIVERED} beats {@code UNDELIVERED}.
	 */
	public DeliveryStatus after(DeliveryStatus next) {
		if (isTerminal()) {
			return (this == UNDELIVERED && next == DELIVERED) ? next : this;
		}
		return (next.rank > this.rank) ? next : this;
	}

}
