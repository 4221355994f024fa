package rei.sms.db.contact;

import java.util.UUID;

/**
 * What a contact's messages are linked to: a lead once there is one, else the prospect.
 */
public sealed interface Party {

	/** The id of the row linked to. */
	UUID id();

	/** A seller who showed true interest. */
	record Lead(UUID id) implements Party {
	}

	/** An owner who has not. */
	record Prospect(UUID id) implements Party {
	}

}
