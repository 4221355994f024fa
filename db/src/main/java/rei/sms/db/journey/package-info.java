/**
 * What became of each message and when, read from what every step left in the tables.
 */
@NullMarked
package rei.sms.db.journey;

import org.jspecify.annotations.NullMarked;
