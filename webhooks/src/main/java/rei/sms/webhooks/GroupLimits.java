package rei.sms.webhooks;

import java.time.Duration;

/**
 * How much a group commit takes on.
 *
 * @param waiting requests that may wait; one more is turned away
 * @param together items of one commit
 * @param patience how long a request waits for its commit
 */
record GroupLimits(int waiting, int together, Duration patience) {
}
