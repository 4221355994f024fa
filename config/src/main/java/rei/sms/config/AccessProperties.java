package rei.sms.config;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call. A secret that is not set opens nothing.
 *
 * @param webhookToken opens the webhooks
 * @param cronToken opens every other route
 */
@ConfigurationProperties("access")
record AccessProperties(@DefaultValue("") String webhookToken, @DefaultValue("") String cronToken) {

	@Override
	public String toString() {
		return "AccessProperties[]";
	}

}
