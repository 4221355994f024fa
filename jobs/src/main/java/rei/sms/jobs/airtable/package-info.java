/**
 * Airtable's vocabulary: its calls at each base's limit and never over it, the fields
 * that each base really has, and rows written so that nothing is doubled.
 */
@NullMarked
package rei.sms.jobs.airtable;

import org.jspecify.annotations.NullMarked;
