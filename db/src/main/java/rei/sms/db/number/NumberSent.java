package rei.sms.db.number;

import java.time.LocalDate;

import rei.sms.db.message.PhoneNumber;

/** How many texts one of our numbers was claimed for on its local day. */
public record NumberSent(PhoneNumber number, int texts, LocalDate day) {
}
