/**
 * The words of one text message: phone numbers, ids, direction, delivery status, and what
 * it costs on the air.
 */
@NullMarked
package rei.sms.db.message;

import org.jspecify.annotations.NullMarked;
