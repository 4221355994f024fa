/**
 * What an operator may set in the environment: every name, what it must look like, who
 * needs it, and the one message that names all faults before anything starts.
 */
@NullMarked
package rei.sms.config.settings;

import org.jspecify.annotations.NullMarked;
