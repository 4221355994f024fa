package rei.sms.jobs.campaign;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import rei.sms.jobs.rules.Health;

/**
 * What templates, campaigns and numbers may come to before they are stopped.
 *
 * @param windowDays days whose texts count
 * @param fewestTexts settled texts below which nothing is judged
 * @param mostFiltered percent of texts that carriers may filter
 * @param mostOptedOut percent of texts that may be answered by an opt-out
 * @param fewestDelivered percent of texts that must be delivered
 */
@ConfigurationProperties("health")
record HealthProperties(@DefaultValue("7") int windowDays, @DefaultValue("100") int fewestTexts,
		@DefaultValue("10") int mostFiltered, @DefaultValue("20") int mostOptedOut,
		@DefaultValue("30") int fewestDelivered) {

	Duration window() {
		return Duration.ofDays(this.windowDays);
	}

	Health.Thresholds thresholds() {
		return new Health.Thresholds(this.fewestTexts, this.fewestDelivered / 100.0, this.mostFiltered / 100.0,
				this.mostOptedOut / 100.0);
	}

}
