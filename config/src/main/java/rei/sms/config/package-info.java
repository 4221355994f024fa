/**
 * How the engine is wired and run: the main class, the roles of its command line, tokens
 * and settings.
 */
@NullMarked
package rei.sms.config;

import org.jspecify.annotations.NullMarked;
