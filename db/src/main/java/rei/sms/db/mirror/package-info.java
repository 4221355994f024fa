/**
 * What changed since Airtable last saw it, and how far behind Airtable is.
 */
@NullMarked
package rei.sms.db.mirror;

import org.jspecify.annotations.NullMarked;
