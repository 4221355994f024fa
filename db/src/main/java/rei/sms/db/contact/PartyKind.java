package rei.sms.db.contact;

import java.util.Locale;

/** What a conversation is linked to: exactly one of the two (decision 4). */
public enum PartyKind {

	LEAD, PROSPECT;

	/** The word of the webhooks' answers. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
