package rei.sms.jobs.rules;

/**
 * What a refusal by the provider means for the text, the phone and the sender (decision
 * 31).
 */
public sealed interface ErrorClass {

	/** The code, words or status that told, and what they mean. */
	String reason();

	/** The phone can never be reached: mark it, do not retry. */
	record Unreachable(String reason) implements ErrorClass {
	}

	/** The phone has opted out: suppress it for every number of ours. */
	record Suppress(String reason) implements ErrorClass {
	}

	/** This text can never be sent. */
	record BadMessage(String reason) implements ErrorClass {
	}

	/** The content or the sender is refused: do not retry, lower the number's health. */
	record Filtered(String reason) implements ErrorClass {
	}

	/** It may go later: back off, then pass the gate anew. */
	record Transient(String reason) implements ErrorClass {
	}

	/** Nothing can be sent at all: pause everything and say so. */
	record PauseAll(String reason) implements ErrorClass {
	}

	/** Nobody knows: do not retry, report it. */
	record Unknown(String reason) implements ErrorClass {
	}

}
