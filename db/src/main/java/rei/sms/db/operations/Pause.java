package rei.sms.db.operations;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One pull of the kill switch.
 *
 * @param value the market's, campaign's or number's name, empty for {@code ALL}
 */
public record Pause(Scope scope, String value, @Nullable String reason, Instant since) {

	/** What a pause stops. */
	public enum Scope {

		ALL, MARKET, CAMPAIGN, NUMBER, TEMPLATE;

		/** The word of the interface. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Whether this pause stops a text of that market, of a campaign called one of those
	 * words, from that number.
	 */
	public boolean stops(@Nullable String market, Collection<String> campaign, @Nullable String number) {
		return switch (this.scope) {
			case ALL -> true;
			case MARKET -> market != null && isOf(market);
			case CAMPAIGN -> campaign.stream().anyMatch(this::isOf);
			case NUMBER -> this.value.equals(number);
			case TEMPLATE -> false;
		};
	}

	/** Whether this pause stops texts of a template that goes by one of those words. */
	public boolean stopsTemplate(Collection<String> template) {
		return this.scope == Scope.TEMPLATE && template.stream().anyMatch(this::isOf);
	}

	/** Whether {@code name} is a way to write what this pause names. */
	boolean isOf(String name) {
		return key(this.value).equals(key(name)) || (this.scope == Scope.MARKET && key(this.value).equals(city(name)));
	}

	/** Who stops "Houston" means "Houston, TX". */
	private static String city(String market) {
		return key(market.replaceFirst(",[^,]*$", ""));
	}

	/** People write names as they like: only letters and digits count. */
	private static String key(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
	}

	/** What is paused and why, in words. */
	public String inWords() {
		var what = (this.scope == Scope.ALL) ? "everything" : this.scope.word() + " " + this.value;
		return (this.reason != null) ? what + " (" + this.reason + ")" : what;
	}

}
