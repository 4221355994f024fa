/**
 * Finds out what a phone and a property tell by themselves: kind of line, state, time
 * zone, market.
 */
@NullMarked
package rei.sms.jobs.enrichment;

import org.jspecify.annotations.NullMarked;
