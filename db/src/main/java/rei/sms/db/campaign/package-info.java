/**
 * Campaigns, their recipients and the immutable versions of their templates.
 */
@NullMarked
package rei.sms.db.campaign;

import org.jspecify.annotations.NullMarked;
