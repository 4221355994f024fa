/**
 * Counted results by day, week and month.
 */
@NullMarked
package rei.sms.db.kpi;

import org.jspecify.annotations.NullMarked;
