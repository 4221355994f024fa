package rei.sms.db.inbox;

import java.util.UUID;

import rei.sms.db.contact.PartyKind;

/**
 * What the inbox holds under a SID: what was staged now, or what was staged when the SID
 * was first seen.
 */
public record Staged(UUID conversationId, PartyKind linkedTo, Request request) {
}
