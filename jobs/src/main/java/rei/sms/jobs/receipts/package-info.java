/**
 * Applies what the provider says of each text.
 */
@NullMarked
package rei.sms.jobs.receipts;

import org.jspecify.annotations.NullMarked;
