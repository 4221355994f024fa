/**
 * Begins each number's day at its market's midnight and forgets what no run needs any
 * more.
 */
@NullMarked
package rei.sms.jobs.quota;

import org.jspecify.annotations.NullMarked;
