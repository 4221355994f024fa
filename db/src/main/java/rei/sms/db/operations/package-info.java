/**
 * What people need to see and press: parked records, problems, the kill switch, texts
 * that wait for a person.
 */
@NullMarked
package rei.sms.db.operations;

import org.jspecify.annotations.NullMarked;
