package rei.sms.db.inbox;

/** What an inbound text asks of the channel itself. */
public enum Request {

	/** Nothing: an ordinary message. */
	NONE,
	/** To end all texting. */
	STOP,
	/** Probably to end all texting: honoured, and put before a person. */
	STOP_DOUBTFUL,
	/** To take a stop back. */
	START,
	/** Who we are and how to reach us. */
	HELP;

	/** Whether the phone is suppressed by it. */
	public boolean isStop() {
		return this == STOP || this == STOP_DOUBTFUL;
	}

}
