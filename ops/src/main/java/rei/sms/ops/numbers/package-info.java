/**
 * Our own numbers: what they sent today, how they have fared, pausing them.
 */
@NullMarked
package rei.sms.ops.numbers;

import org.jspecify.annotations.NullMarked;
