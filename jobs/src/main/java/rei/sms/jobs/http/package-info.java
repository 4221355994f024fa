/**
 * All judgement of HTTP: what a vendor answered becomes a value or one of two failures,
 * and nobody else reads a status code.
 */
@NullMarked
package rei.sms.jobs.http;

import org.jspecify.annotations.NullMarked;
