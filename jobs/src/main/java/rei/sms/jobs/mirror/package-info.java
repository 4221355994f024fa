/**
 * Keeps Airtable showing what Postgres knows, and takes over what people change there.
 */
@NullMarked
package rei.sms.jobs.mirror;

import org.jspecify.annotations.NullMarked;
