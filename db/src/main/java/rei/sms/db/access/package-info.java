/**
 * Who is signed in to the pages, and who tries to.
 */
@NullMarked
package rei.sms.db.access;

import org.jspecify.annotations.NullMarked;
