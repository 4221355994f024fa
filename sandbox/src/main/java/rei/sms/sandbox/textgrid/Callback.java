package rei.sms.sandbox.textgrid;

import java.time.Instant;

/**
 * A status callback and the answer to it.
 *
 * @param answer the receiver's HTTP status, 0 when nobody answered
 */
public record Callback(String sid, String status, int answer, Instant at) {
}
