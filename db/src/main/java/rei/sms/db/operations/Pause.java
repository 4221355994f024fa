package rei.sms.db.operations;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One pull of the kill switch.
 *
 * @param value the market's, campaign's or number's name, empty for {@code ALL}
 */
public record Pause(Scope scope, String value, @Nullable String reason, Instant since) {

	/** What a pause stops. */
	public enum Scope {

		ALL, MARKET, CAMPAIGN, NUMBER;

		/** The word of the interface. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Whether this pause stops a text of that market, campaign or number. */
	public boolean stops(Optional<String> market, Optional<String> campaign, Optional<String> number) {
		return switch (this.scope) {
			case ALL -> true;
			case MARKET -> market.filter(this.value::equals).isPresent();
			case CAMPAIGN -> campaign.filter(this.value::equals).isPresent();
			case NUMBER -> number.filter(this.value::equals).isPresent();
		};
	}

}
