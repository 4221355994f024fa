/**
 * What ran and what runs: its steps and counts, restarting and stopping it, records that
 * were set aside.
 */
@NullMarked
package rei.sms.ops.runs;

import org.jspecify.annotations.NullMarked;
