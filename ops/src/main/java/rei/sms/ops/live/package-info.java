/**
 * Tells open pages that something has changed.
 */
@NullMarked
package rei.sms.ops.live;

import org.jspecify.annotations.NullMarked;
