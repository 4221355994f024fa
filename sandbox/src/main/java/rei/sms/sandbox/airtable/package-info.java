/**
 * A stand-in for Airtable's Web API that refuses what Airtable refuses: limits, types,
 * options, links, cursors, errors in their three shapes.
 */
@NullMarked
package rei.sms.sandbox.airtable;

import org.jspecify.annotations.NullMarked;
