package rei.sms.jobs.rules;

import rei.sms.db.message.Labelled;

/** The categories of the seed's template library; a base may have more. */
public enum TemplateCategory implements Labelled {

	INTRO("Intro"), POSITIVE("Positive"), NEGATIVE("Negative"), OPT_OUT("Opt-Out"), PRICE_CHECK("Price Check"),
	DELAY("Delay"), CLOSING("Closing"), WRONG_NUMBER("Wrong Number"), NOT_OWNER("Not Owner"), BUYER("Buyer"),
	MISC_REQUEST("Misc Request"), INTERNAL_REMINDER("Internal Reminder"), INTERNAL_DOCUMENT("Internal Document"),
	DELAY_RETRY("Delay / Retry");

	private final String label;

	TemplateCategory(String label) {
		this.label = label;
	}

	@Override
	public String label() {
		return this.label;
	}

}
