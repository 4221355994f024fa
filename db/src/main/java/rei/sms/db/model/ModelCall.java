package rei.sms.db.model;

import java.time.Duration;

import rei.sms.db.conversation.ProcessedBy;

/**
 * One question to one engine.
 *
 * @param purpose what it was for
 * @param used whether its answer could be used
 * @param dollars what it cost
 */
public record ModelCall(ProcessedBy engine, String purpose, boolean used, long askedTokens, long answeredTokens,
		Duration took, double dollars) {
}
