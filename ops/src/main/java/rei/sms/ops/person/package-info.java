/**
 * What waits for a person, one key each.
 */
@NullMarked
package rei.sms.ops.person;

import org.jspecify.annotations.NullMarked;
