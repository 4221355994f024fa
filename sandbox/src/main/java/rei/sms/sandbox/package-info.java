/**
 * Stand-ins for what the engine talks to, for trial runs and tests: nothing here knows
 * the engine.
 */
@NullMarked
package rei.sms.sandbox;

import org.jspecify.annotations.NullMarked;
