/**
 * Whom we talk with: contacts, their stage, and who asked us to stop.
 */
@NullMarked
package rei.sms.db.contact;

import org.jspecify.annotations.NullMarked;
