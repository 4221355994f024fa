/**
 * The page that opens in the morning: what happened today, what runs, what is wrong.
 */
@NullMarked
package rei.sms.ops.today;

import org.jspecify.annotations.NullMarked;
