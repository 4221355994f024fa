/**
 * What we are told: every webhook is checked, staged in Postgres and answered, and
 * nothing else.
 */
@NullMarked
package rei.sms.webhooks;

import org.jspecify.annotations.NullMarked;
