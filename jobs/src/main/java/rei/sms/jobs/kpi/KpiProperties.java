package rei.sms.jobs.kpi;

import java.math.BigDecimal;
import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How results are counted.
 *
 * @param zone the zone of the business day
 * @param segmentPrice what one segment costs, in dollars
 * @param optOutAlert opt-outs in percent of the texts sent from which a campaign is
 * reported
 * @param deliveryAlert deliveries in percent below which it is reported
 * @param alertFrom texts on a day below which nothing is reported
 */
@ConfigurationProperties("kpi")
record KpiProperties(@DefaultValue("America/Chicago") ZoneId zone, @DefaultValue("0.0075") BigDecimal segmentPrice,
		@DefaultValue("2.5") BigDecimal optOutAlert, @DefaultValue("90") BigDecimal deliveryAlert,
		@DefaultValue("50") int alertFrom) {
}
