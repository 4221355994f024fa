/**
 * Looks for whatever would break a run, and names each fault with its fix.
 */
@NullMarked
package rei.sms.config.doctor;

import org.jspecify.annotations.NullMarked;
