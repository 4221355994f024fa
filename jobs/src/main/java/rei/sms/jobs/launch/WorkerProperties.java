package rei.sms.jobs.launch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The worker's loop.
 *
 * @param enabled whether this process runs it
 * @param interval how long it waits between looks when it hears of nothing
 * @param pullInterval how often Airtable is asked for changes; it doubles up to
 * sixteen-fold while there are none
 * @param reportInterval how often quotas and KPIs are looked at
 */
@ConfigurationProperties("worker")
record WorkerProperties(@DefaultValue("false") boolean enabled, @DefaultValue("30s") Duration interval,
		@DefaultValue("60s") Duration pullInterval, @DefaultValue("5m") Duration reportInterval) {
}
