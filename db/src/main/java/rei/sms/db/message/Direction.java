package rei.sms.db.message;

/** Which way a message went. */
public enum Direction implements Labelled {

	/** From the seller to us. */
	INBOUND,
	/** From us to the seller. */
	OUTBOUND;

	@Override
	public String label() {
		return name();
	}

}
