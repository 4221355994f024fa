package rei.sms.db.journey;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One leg of a message's way through the engine.
 *
 * @param journey what the leg belongs to: the seller's text that is answered, or our own
 * text when it answers none
 * @param message the message that made the leg
 * @param name what happened
 * @param facts what is known of it; never a word of a message, never a phone
 */
public record Leg(UUID journey, UUID message, String name, Instant begun, Instant ended, Map<String, String> facts) {

	/** The seller's text, from our door until it is linked. */
	public static final String INBOUND = "inbound";

	/** Our text, from when it was written until it is sent. */
	public static final String OUTBOUND = "outbound";

	/** Whether the journey begins with it. */
	public boolean isFirst() {
		return this.journey.equals(this.message) && (this.name.equals(INBOUND) || this.name.equals(OUTBOUND));
	}

	/** Whether it ended badly. */
	public boolean isFailed() {
		return !this.facts.getOrDefault("error_code", "").isEmpty();
	}

}
