package rei.sms.jobs.rules;

import rei.sms.db.contact.LeadStatus;
import rei.sms.db.contact.Party.Lead;
import rei.sms.db.contact.Party.Prospect;
import rei.sms.db.contact.Stage;

/** What the promotion rule decided about one conversation. */
public sealed interface Promotion {

	/**
	 * The seller showed true interest and becomes a lead.
	 *
	 * @param stage the stage of the contact from then on
	 * @param status the new lead's status
	 * @param reason which part of the rule holds
	 */
	record Promote(Prospect prospect, Stage stage, LeadStatus status, String reason) implements Promotion {
	}

	/** A lead exists already; the conversation only moves over to it. */
	record Relink(Lead lead) implements Promotion {
	}

	/** Nothing to do, and why. */
	record Stay(String reason) implements Promotion {
	}

}
