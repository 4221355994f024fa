package rei.sms.db.operations;

import java.time.Instant;

/** A record that a step set aside with its error, so that the rest could go on. */
public record ParkedRecord(long id, String job, String step, String key, String error, int attempts, Instant since) {
}
