/**
 * Reads whether a seller asks us to stop, to start again or for help: light enough for
 * the webhook's own transaction, and forbidden to load any model larger than its own.
 */
@NullMarked
package rei.sms.db.optout;

import org.jspecify.annotations.NullMarked;
