/**
 * What sellers mean: reading their replies.
 */
@NullMarked
package rei.sms.jobs.intent;

import org.jspecify.annotations.NullMarked;
