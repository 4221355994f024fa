package rei.sms.sandbox.sellers;

/**
 * A text that a seller may write, and what it means.
 */
record Reply(String text, String aiIntent, String intent, boolean optOut, String context) {

	boolean isWrongNumber() {
		return this.aiIntent.equals("wrong_number");
	}

	boolean isPositive() {
		return this.intent.equals("Positive");
	}

}
