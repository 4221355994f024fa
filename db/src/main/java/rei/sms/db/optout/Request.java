package rei.sms.db.optout;

/** What an inbound message asks about being texted at all. */
public sealed interface Request {

	/**
	 * The writer revokes: suppress at once.
	 *
	 * @param reason what in the wording says so
	 * @param confidence how sure the reader is, from 0 to 1
	 * @param doubtful whether a person should look, although it is honoured already
	 */
	record Stop(String reason, double confidence, boolean doubtful) implements Request {
	}

	/** The writer lifts an earlier stop. */
	record Start() implements Request {
	}

	/** The writer asks who we are by the channel's keyword. */
	record Help() implements Request {
	}

	/** Nothing of the kind. */
	record None() implements Request {
	}

}
