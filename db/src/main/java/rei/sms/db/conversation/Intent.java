package rei.sms.db.conversation;

import rei.sms.db.message.Labelled;

/** What the engine may do next: the seed's "Intent Detected". */
public enum Intent implements Labelled {

	POSITIVE("Positive"), NEUTRAL("Neutral"), DELAY("Delay"), REJECT("Reject"), DNC("DNC");

	private final String label;

	Intent(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
