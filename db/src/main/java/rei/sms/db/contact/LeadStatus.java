package rei.sms.db.contact;

import rei.sms.db.message.Labelled;

/** Where a lead stands in the team's pipeline. */
public enum LeadStatus implements Labelled {

	NEW("NEW"), CONTACTED("CONTACTED"), ACTIVE_COMMUNICATION("ACTIVE COMMUNICATION"), LEAD_FOLLOW_UP("LEAD FOLLOW UP"),
	WARM_COMPS("WARM COMPS?"), MAKE_OFFER("MAKE OFFER"), OFFER_FOLLOW_UP("OFFER FOLLOW UP"),
	UNDER_CONTRACT("UNDER CONTRACT"), DISPOSITION_STAGE("DISPOSITION STAGE"), IN_ESCROW("IN ESCROW"),
	CLOSING_SET("CLOSING SET"), DEAD("DEAD");

	private final String label;

	LeadStatus(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
