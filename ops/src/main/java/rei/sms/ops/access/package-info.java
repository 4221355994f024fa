/**
 * Who may open the pages: sign-in, sessions, and the token that every form carries.
 */
@NullMarked
package rei.sms.ops.access;

import org.jspecify.annotations.NullMarked;
