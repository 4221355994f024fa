/**
 * A stand-in for OpenAI-compatible chat endpoints: short, sensible, always the same, and
 * able to go wrong on purpose.
 */
@NullMarked
package rei.sms.sandbox.model;

import org.jspecify.annotations.NullMarked;
