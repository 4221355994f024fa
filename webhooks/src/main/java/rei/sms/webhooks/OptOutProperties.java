package rei.sms.webhooks;

import java.util.Locale;
import java.util.Optional;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a seller who asks us to stop is told.
 *
 * @param confirmation blank or {@code false}: nothing, since the provider confirms;
 * {@code true}: our own words; anything else is sent as it stands
 */
@ConfigurationProperties("opt-out")
public record OptOutProperties(@DefaultValue("") String confirmation) {

	private static final String OURS = "You are unsubscribed and will get no more texts from us. Reply START to undo.";

	Optional<String> text() {
		return switch (this.confirmation.strip().toLowerCase(Locale.ROOT)) {
			case "", "false", "no", "off", "0" -> Optional.empty();
			case "true", "yes", "on", "1" -> Optional.of(OURS);
			default -> Optional.of(this.confirmation.strip());
		};
	}

}
