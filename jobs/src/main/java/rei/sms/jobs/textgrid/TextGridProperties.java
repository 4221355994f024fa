package rei.sms.jobs.textgrid;

import java.time.Duration;

import okhttp3.Credentials;
import okio.ByteString;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import rei.sms.jobs.http.Timeouts;

/**
 * How to reach the provider.
 *
 * @param apiUrl scheme and host of the provider's API
 * @param accountSid our account
 * @param authToken our account's secret
 * @param authScheme how the secret is shown
 * @param publicUrl where the provider reaches us; without it no receipt is asked for
 * @param webhookToken what opens our webhooks; goes into the callback's address
 * @param connectTimeout to be connected
 * @param readTimeout without a byte of the answer
 */
@ConfigurationProperties("textgrid")
public record TextGridProperties(@DefaultValue("https://api.textgrid.com") String apiUrl,
		@DefaultValue("") String accountSid, @DefaultValue("") String authToken,
		@DefaultValue("bearer") AuthScheme authScheme, @DefaultValue("") String publicUrl,
		@DefaultValue("") String webhookToken, @DefaultValue("5s") Duration connectTimeout,
		@DefaultValue("15s") Duration readTimeout) {

	/** How our account's secret is shown to the provider. */
	public enum AuthScheme {

		/** As the provider documents it. */
		BEARER,
		/** As it is seen working too. */
		BASIC

	}

	String authorization() {
		return switch (this.authScheme) {
			case BEARER -> "Bearer " + ByteString.encodeUtf8(this.accountSid + ":" + this.authToken).base64();
			case BASIC -> Credentials.basic(this.accountSid, this.authToken);
		};
	}

	Timeouts timeouts() {
		return new Timeouts(this.connectTimeout, this.readTimeout, this.connectTimeout.plus(this.readTimeout));
	}

	@Override
	public String toString() {
		return "TextGridProperties[" + this.apiUrl + ", " + this.authScheme + "]";
	}

}
