package rei.sms.jobs.launch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The worker's loop.
 *
 * @param enabled whether this process runs it
 * @param interval how long it waits between looks when it hears of nothing
 * @param reportInterval how often quotas and KPIs are looked at
 */
@ConfigurationProperties("worker")
record WorkerProperties(@DefaultValue("false") boolean enabled, @DefaultValue("30s") Duration interval,
		@DefaultValue("5m") Duration reportInterval) {
}
