/**
 * The rules of the engine: pure functions from what is known to what should happen.
 * Nothing here reads a clock, a database, a property or the network.
 */
@NullMarked
package rei.sms.jobs.rules;

import org.jspecify.annotations.NullMarked;
