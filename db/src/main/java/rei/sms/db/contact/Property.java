package rei.sms.db.contact;

import org.jspecify.annotations.Nullable;

/** Where a property lies, as the list writes it. */
public record Property(@Nullable String state, @Nullable String zip) {
}
