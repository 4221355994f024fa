package rei.sms.db.conversation;

import rei.sms.db.message.Labelled;

/** Who wrote or decided a message: the seed's "Processed By". */
public enum ProcessedBy implements Labelled {

	CAMPAIGN_RUNNER("Campaign Runner"), AUTORESPONDER("Autoresponder"), PHI_3_MINI("AI: Phi-3 Mini"),
	PHI_3_MEDIUM("AI: Phi-3 Medium"), GPT_4O("AI: GPT-4o"), MISTRAL_7B("AI: Mistral 7B"), GEMMA_2("AI: Gemma 2"),
	MANUAL("Manual / Human");

	private final String label;

	ProcessedBy(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
