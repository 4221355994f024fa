/**
 * Makes a lead of a prospect who showed true selling interest.
 */
@NullMarked
package rei.sms.jobs.promoter;

import org.jspecify.annotations.NullMarked;
