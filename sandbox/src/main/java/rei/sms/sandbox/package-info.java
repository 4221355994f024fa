/**
 * The sandbox as a whole: everything outside the engine, started together for a trial run
 * and shown on one page. Nothing here or below knows the engine.
 */
@NullMarked
package rei.sms.sandbox;

import org.jspecify.annotations.NullMarked;
