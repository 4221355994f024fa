package rei.sms.db.contact;

import java.util.List;

import rei.sms.db.message.LineType;
import rei.sms.db.message.PhoneNumber;

/**
 * What a phone and its properties tell of a contact.
 *
 * @param states states in which the phone or a property lies, {@code ?} for an unknown
 * one
 * @param zones their time zones
 */
public record Enriched(PhoneNumber phone, LineType lineType, List<String> states, List<String> zones) {
}
