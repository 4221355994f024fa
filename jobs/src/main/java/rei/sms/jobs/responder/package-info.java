/**
 * Answers sellers where the policy says so.
 */
@NullMarked
package rei.sms.jobs.responder;

import org.jspecify.annotations.NullMarked;
