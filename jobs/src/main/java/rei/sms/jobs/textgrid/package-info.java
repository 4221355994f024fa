/**
 * The texting provider's vocabulary: one message sent, looked up or found. Only dispatch
 * may send, and only after the gate allowed it.
 */
@NullMarked
package rei.sms.jobs.textgrid;

import org.jspecify.annotations.NullMarked;
