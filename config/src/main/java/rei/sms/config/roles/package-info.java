/**
 * The roles of the one program: what its first word on the command line can be, and what
 * each prints and answers.
 */
@NullMarked
package rei.sms.config.roles;

import org.jspecify.annotations.NullMarked;
