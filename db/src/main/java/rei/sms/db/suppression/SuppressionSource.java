package rei.sms.db.suppression;

import rei.sms.db.message.Labelled;

/**
 * Where an opt-out came from: the options of the Opt-Outs table's Source (decision 8).
 */
public enum SuppressionSource implements Labelled {

	CAMPAIGN("Campaign"), AUTORESPONDER("Autoresponder"), AI_RESPONSE("AI Response"), MANUAL("Manual");

	private final String label;

	SuppressionSource(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
