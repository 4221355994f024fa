/**
 * Key figures by day, week and month, as charts, tables and CSV.
 */
@NullMarked
package rei.sms.ops.kpis;

import org.jspecify.annotations.NullMarked;
