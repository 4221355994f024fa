/**
 * Links staged messages to their contacts and logs them as conversations.
 */
@NullMarked
package rei.sms.jobs.autolinker;

import org.jspecify.annotations.NullMarked;
