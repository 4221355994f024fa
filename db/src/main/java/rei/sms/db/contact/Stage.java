package rei.sms.db.contact;

import rei.sms.db.message.Labelled;

/**
 * How far a contact has come; it never goes back, and the last two are terminal (decision
 * 22).
 */
public enum Stage implements Labelled {

	OWNERSHIP_CONFIRMATION("STAGE 1 - OWNERSHIP CONFIRMATION"), INTEREST_FEELER("STAGE 2 - INTEREST FEELER"),
	PRICE_QUALIFICATION("STAGE 3 - PRICE QUALIFICATION"), PROPERTY_CONDITION("STAGE 4 - PROPERTY CONDITION"),
	MOTIVATION_TIMELINE("STAGE 5 - MOTIVATION / TIMELINE"), OFFER_FOLLOW_UP("STAGE 6 - OFFER FOLLOW UP"),
	CONTRACT_READY("STAGE 7 - CONTRACT READY"), CONTRACT_SENT("STAGE 8 - CONTRACT SENT"),
	CONTRACT_FOLLOW_UP("STAGE 9 - CONTRACT FOLLOW UP"), OPT_OUT("OPT OUT"), DNC("DNC");

	private final String label;

	Stage(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

	/** Whether the engine never writes to a contact at this stage. */
	public boolean isTerminal() {
		return this == OPT_OUT || this == DNC;
	}

	/** The later of the two: how a stage moves, since it never goes back. */
	public Stage atLeast(Stage other) {
		return (compareTo(other) >= 0) ? this : other;
	}

}
