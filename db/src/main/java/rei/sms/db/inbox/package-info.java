/**
 * What the webhooks were told, staged under unique keys until a job takes it.
 */
@NullMarked
package rei.sms.db.inbox;

import org.jspecify.annotations.NullMarked;
