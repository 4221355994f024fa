/**
 * What operators see and press.
 */
@NullMarked
package rei.sms.ops;

import org.jspecify.annotations.NullMarked;
