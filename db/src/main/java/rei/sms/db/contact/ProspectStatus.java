package rei.sms.db.contact;

import rei.sms.db.message.Labelled;

/** Where a prospect stands (decision 8). */
public enum ProspectStatus implements Labelled {

	UNMESSAGED("Unmessaged"), QUEUED("Queued"), MESSAGED("Messaged"), REPLIED("Replied"),
	OWNER_VERIFIED("Owner Verified"), NOT_INTERESTED("Not Interested"), LEAD_CREATED("Lead Created"),
	FOLLOW_UP("Follow Up"), OPT_OUT("Opt-Out");

	private final String label;

	ProspectStatus(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
