package rei.sms.jobs.airtable;

import java.time.Instant;

/**
 * The right to make one call now.
 *
 * @param due its time by the database's clock
 * @param begun the earliest it can be by this process's monotonic clock, in nanoseconds
 * @param probe whether it is the single call that ends a rest
 */
record Turn(Instant due, long begun, boolean probe) {

}
