/**
 * Texts on their way: queued, claimed, settled, with every attempt and the gate's
 * decision.
 */
@NullMarked
package rei.sms.db.outbox;

import org.jspecify.annotations.NullMarked;
