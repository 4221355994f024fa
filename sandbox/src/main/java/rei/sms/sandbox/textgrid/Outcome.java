package rei.sms.sandbox.textgrid;

/**
 * What becomes of texts to a phone.
 */
public enum Outcome {

	/** Reaches the phone. */
	DELIVERED("delivered", 0, "", false),

	/** Refused at once: not a phone number. */
	INVALID("failed", 21211, "The 'To' number is not a valid phone number.", true),

	/** Refused at once: a landline. */
	LANDLINE("failed", 21614, "'To' number is not a valid mobile number", true),

	/** Refused at once with a queue overflow. */
	OVERFLOW("failed", 21611, "This 'From' number has exceeded the maximum number of queued messages", true),

	/** The phone is off. */
	UNREACHABLE("undelivered", 30003, "Unreachable destination handset", false),

	/** The carrier blocks the message for this phone. */
	BLOCKED("undelivered", 30004, "Message blocked", false),

	/** The phone no longer exists. */
	UNKNOWN("undelivered", 30005, "Unknown destination handset", false),

	/** The carrier can't reach landlines. */
	LANDLINE_LATER("undelivered", 30006, "Landline or unreachable carrier", false),

	/** The carrier filtered the text as spam. */
	FILTERED("undelivered", 30007, "Carrier violation", false),

	/** The carrier failed and gives no reason. */
	CARRIER_ERROR("failed", 30008, "Unknown error", false),

	/** The number's campaign is not registered. */
	UNREGISTERED("undelivered", 30034, "Message from an unregistered number", false),

	/** Taken, and the refusal of an opted-out phone comes only in the callback. */
	OPTED_OUT_LATER("undelivered", 21610, "The message From/To pair violates a blacklist rule.", false),

	/** Taken, and never heard of again. */
	SILENT("queued", 0, "", false);

	private final String status;

	private final int code;

	private final String message;

	private final boolean atOnce;

	Outcome(String status, int code, String message, boolean atOnce) {
		this.status = status;
		this.code = code;
		this.message = message;
		this.atOnce = atOnce;
	}

	String status() {
		return this.status;
	}

	int code() {
		return this.code;
	}

	String message() {
		return this.message;
	}

	/** Whether the send call itself is refused. */
	boolean isAtOnce() {
		return this.atOnce;
	}

}
