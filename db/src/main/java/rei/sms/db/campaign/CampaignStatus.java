package rei.sms.db.campaign;

import rei.sms.db.message.Labelled;

/** Where a campaign stands; only {@code RUNNING} sends. */
public enum CampaignStatus implements Labelled {

	DRAFT("Draft"), SCHEDULED("Scheduled"), RUNNING("Running"), PAUSED("Paused"), COMPLETED("Completed");

	private final String label;

	CampaignStatus(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
