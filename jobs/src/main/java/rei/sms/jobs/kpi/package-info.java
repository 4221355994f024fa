/**
 * Rolls messages up into results by day, week and month.
 */
@NullMarked
package rei.sms.jobs.kpi;

import org.jspecify.annotations.NullMarked;
