/**
 * What the ops pages ask of the jobs, answered by the jobs.
 */
@NullMarked
package rei.sms.config.pages;

import org.jspecify.annotations.NullMarked;
