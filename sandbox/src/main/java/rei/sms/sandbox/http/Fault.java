package rei.sms.sandbox.http;

import java.time.Duration;

/**
 * A way in which a vendor fails.
 */
public sealed interface Fault {

	/**
	 * Answers this instead; nothing is applied.
	 */
	record Instead(Answer answer) implements Fault {
	}

	/**
	 * Applies nothing and closes the connection.
	 */
	record ResetBefore() implements Fault {
	}

	/**
	 * Applies the request and closes the connection without a word.
	 */
	record ResetAfter() implements Fault {
	}

	/**
	 * Applies the request, then answers this instead of the truth.
	 */
	record AppliedBut(Answer answer) implements Fault {
	}

	/**
	 * Applies the request and keeps the caller waiting before the answer.
	 */
	record Hang(Duration time) implements Fault {
	}

}
