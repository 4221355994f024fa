/**
 * Conversations with sellers: finding them, reading how each text went, stepping in.
 */
@NullMarked
package rei.sms.ops.threads;

import org.jspecify.annotations.NullMarked;
