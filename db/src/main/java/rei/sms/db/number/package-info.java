/**
 * Our own numbers and what each has sent.
 */
@NullMarked
package rei.sms.db.number;

import org.jspecify.annotations.NullMarked;
