package rei.sms.webhooks;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the webhooks ask for and how much they take on.
 *
 * @param token opens the webhooks
 * @param secret when set, the provider's signature must verify
 * @param publicUrl where the provider reaches us; part of what is signed
 * @param waiting requests that may wait for a commit; one more is answered 503
 * @param together messages of one commit
 * @param patience how long a request waits for its commit
 * @param warmUp how long the webhooks are tried out before readiness at most
 */
@ConfigurationProperties("webhooks")
public record WebhookProperties(@DefaultValue("") String token, @DefaultValue("") String secret,
		@DefaultValue("") String publicUrl, @DefaultValue("4096") int waiting, @DefaultValue("512") int together,
		@DefaultValue("10s") Duration patience, @DefaultValue("15s") Duration warmUp) {

	public WebhookProperties {
		if (!secret.isEmpty() && publicUrl.isEmpty()) {
			throw new IllegalArgumentException("TEXTGRID_WEBHOOK_SECRET needs PUBLIC_URL: the signature covers it");
		}
	}

	Signature signature() {
		return new Signature(this.secret, this.publicUrl);
	}

	GroupLimits limits() {
		return new GroupLimits(this.waiting, this.together, this.patience);
	}

	@Override
	public String toString() {
		return "WebhookProperties[" + this.publicUrl + ", " + limits() + "]";
	}

}
