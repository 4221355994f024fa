package rei.sms.sandbox.http;

import java.time.Instant;

/**
 * When the first byte of a request came in.
 *
 * @param at by the stand-in's clock
 * @param nanos by {@link System#nanoTime()}, for rate windows
 */
public record Arrival(Instant at, long nanos) {
}
