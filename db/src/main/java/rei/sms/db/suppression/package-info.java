/**
 * Who must not be texted, and the lease on which a stop request and a send meet.
 */
@NullMarked
package rei.sms.db.suppression;

import org.jspecify.annotations.NullMarked;
