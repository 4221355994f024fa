/**
 * The one way out: claim, gate, provider, and what became of each text. Nothing else
 * reaches the provider.
 */
@NullMarked
package rei.sms.jobs.dispatch;

import org.jspecify.annotations.NullMarked;
