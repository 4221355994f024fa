/**
 * The words of one text message: phone numbers, ids, direction and delivery status.
 */
@NullMarked
package rei.sms.db.message;

import org.jspecify.annotations.NullMarked;
