package rei.sms.jobs.campaign;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import rei.sms.jobs.rules.Health;

/**
 * How campaigns begin and when their first texts stop them.
 *
 * @param burst texts of each number that may go at once before the spacing begins
 * @param canary texts after which a campaign waits for what comes of them, where the base
 * says nothing else; 0 for none
 * @param canaryWait how long after the last of a canary's texts its opt-outs count
 * @param mostFiltered the share of a canary's texts that carriers may filter, 0 to 1
 * @param mostOptedOut the share of them that may be answered by an opt-out, 0 to 1
 * @param fewestDelivered the share of them that must be delivered, 0 to 1
 */
@ConfigurationProperties("campaign")
record CampaignProperties(@DefaultValue("5") int burst, @DefaultValue("0") int canary,
		@DefaultValue("30m") Duration canaryWait, @DefaultValue("0.03") double mostFiltered,
		@DefaultValue("0.05") double mostOptedOut, @DefaultValue("0.7") double fewestDelivered) {

	Health.Thresholds thresholds() {
		return new Health.Thresholds(1, this.fewestDelivered, this.mostFiltered, this.mostOptedOut);
	}

}
