/**
 * Every message in and out, as the canonical log shows it.
 */
@NullMarked
package rei.sms.db.conversation;

import org.jspecify.annotations.NullMarked;
