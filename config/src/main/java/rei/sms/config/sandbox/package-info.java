/**
 * A trial run: stand-ins for whatever an operator did not set, the sandbox's clock and
 * its page. The production image has this package without the stand-ins behind it, and
 * refuses a trial run.
 */
@NullMarked
package rei.sms.config.sandbox;

import org.jspecify.annotations.NullMarked;
