package rei.sms.jobs.quota;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long runs are remembered after they ended.
 *
 * @param completedRuns those that completed
 * @param failedRuns those that failed or were stopped and may be taken up again
 */
@ConfigurationProperties("retention")
record RetentionProperties(@DefaultValue("7d") Duration completedRuns, @DefaultValue("90d") Duration failedRuns) {
}
