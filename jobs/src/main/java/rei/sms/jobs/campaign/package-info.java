/**
 * Runs campaigns: who of a list gets which text, from which number, and when.
 */
@NullMarked
package rei.sms.jobs.campaign;

import org.jspecify.annotations.NullMarked;
