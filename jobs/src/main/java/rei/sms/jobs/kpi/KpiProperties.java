package rei.sms.jobs.kpi;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How results are counted, and when somebody is told.
 *
 * @param zone the zone of the business day
 * @param optOutAlert opt-outs in percent of the texts sent from which a campaign is
 * reported
 * @param deliveryAlert deliveries in percent of the texts whose fate is known below which
 * it is reported
 * @param alertFrom texts on a day below which nothing is reported
 * @param alertRest how long the same alert is not posted again
 * @param alertWebhookUrl where alerts are posted
 */
@ConfigurationProperties("kpi")
record KpiProperties(@DefaultValue("America/Chicago") ZoneId zone, @DefaultValue("2.5") BigDecimal optOutAlert,
		@DefaultValue("90") BigDecimal deliveryAlert, @DefaultValue("50") int alertFrom,
		@DefaultValue("24h") Duration alertRest, @Nullable String alertWebhookUrl) {

	/** Where alerts are posted, if that is set. */
	Optional<String> alertWebhook() {
		return Optional.ofNullable(this.alertWebhookUrl).filter((url) -> !url.isBlank());
	}

	@Override
	public String toString() {
		return "KpiProperties[" + this.zone + "]";
	}

}
