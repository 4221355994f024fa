/**
 * The wording of a message as a machine reads it: folded to plain words and counted as
 * n-grams. Nothing here knows what a message means.
 */
@NullMarked
package rei.sms.db.wording;

import org.jspecify.annotations.NullMarked;
