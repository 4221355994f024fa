/**
 * What AI engines answered and what it cost.
 */
@NullMarked
package rei.sms.db.model;

import org.jspecify.annotations.NullMarked;
