/**
 * What a sender's request says, whatever it is written in: bounded, decoded and looked up
 * under every name the field goes by. Nothing here knows a table or a webhook.
 */
@NullMarked
package rei.sms.webhooks.payload;

import org.jspecify.annotations.NullMarked;
