package rei.sms.ops.access;

import java.time.ZoneId;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ops pages.
 *
 * @param password signs the user {@code ops} in; blank switches the pages off
 * @param zone in which days begin and times are shown
 * @param monthlyCalls what Airtable's plan allows a month
 * @param dailyLimit texts a day of a number without a limit of its own
 */
@ConfigurationProperties("ops")
public record OpsProperties(@DefaultValue("") String password, @DefaultValue("America/Chicago") ZoneId zone,
		@DefaultValue("100000") long monthlyCalls, @DefaultValue("750") int dailyLimit) {

	@Override
	public String toString() {
		return "OpsProperties[]";
	}

}
