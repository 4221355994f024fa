/**
 * Takes up texts that failed in passing, and settles those whose fate nobody knows.
 */
@NullMarked
package rei.sms.jobs.retry;

import org.jspecify.annotations.NullMarked;
