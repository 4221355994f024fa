package rei.sms.ops.api;

import java.time.Instant;

import rei.sms.db.contact.Contact;

/** When contacts may be texted; whoever wires the engine answers it. */
public interface TextingHours {

	/** Now, or the next moment that all of a contact's places allow. */
	Instant opens(Contact contact, Instant now);

}
