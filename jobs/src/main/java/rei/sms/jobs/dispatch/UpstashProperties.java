package rei.sms.jobs.dispatch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Redis in which the rates are counted, for teams that share them with other
 * programs.
 *
 * @param url its REST address, empty for none
 * @param token its token
 * @param timeout how long a claim waits for it
 * @param rest how long it is left alone after a failure
 */
@ConfigurationProperties("upstash")
record UpstashProperties(@DefaultValue("") String url, @DefaultValue("") String token,
		@DefaultValue("500ms") Duration timeout, @DefaultValue("5s") Duration rest) {

	boolean isGiven() {
		return !this.url.isBlank() && !this.token.isBlank();
	}

}
