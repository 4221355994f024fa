/**
 * A real PostgreSQL from a jar: one that forgets for tests, one that keeps its tables for
 * the sandbox.
 */
@NullMarked
package rei.sms.sandbox.database;

import org.jspecify.annotations.NullMarked;
