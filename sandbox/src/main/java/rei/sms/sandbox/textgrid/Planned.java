package rei.sms.sandbox.textgrid;

import java.time.Instant;

/**
 * A text that a phone will write.
 *
 * @param due by the machine's clock, so that it outlives a restart
 * @param stop whether its writer wants no more texts
 */
public record Planned(Instant due, String phone, String number, String body, boolean stop) {
}
