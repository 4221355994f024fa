package rei.sms.config.settings;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a setting's value must look like.
 *
 * @param words what it must be, as the end of a sentence
 * @param accepts whether a value is that
 * @param hidden whether a value must never be shown
 */
record Kind(String words, Predicate<String> accepts, boolean hidden) {

	private static final Set<String> SWITCH = Set.of("true", "false");

	static Kind text() {
		return new Kind("a text", (value) -> true, false);
	}

	static Kind secret() {
		return new Kind("a secret", (value) -> value.chars().noneMatch(Character::isWhitespace), true);
	}

	/** A name in one word, such as an Airtable base's. */
	static Kind id() {
		return new Kind("one word of letters and digits", (value) -> value.matches("\\w+"), false);
	}

	static Kind flag() {
		return new Kind("true or false", (value) -> SWITCH.contains(value.toLowerCase(Locale.ROOT)), false);
	}

	static Kind whole(long least, long most) {
		return new Kind("a whole number from " + least + " to " + most, (value) -> isWhole(value, least, most), false);
	}

	static Kind money() {
		return new Kind("an amount such as 0.0075", (value) -> value.matches("\\d+(\\.\\d+)?"), false);
	}

	static Kind amount() {
		return new Kind("an amount such as 2.5", (value) -> value.matches("\\d{1,6}(\\.\\d{1,6})?"), false);
	}

	static Kind hour() {
		return new Kind("an hour from 0 to 24", (value) -> isWhole(value, 0, 24), false);
	}

	static Kind oneOf(String... words) {
		var choice = List.of(words);
		return new Kind("one of " + String.join(", ", choice),
				(value) -> choice.contains(value.toLowerCase(Locale.ROOT)), false);
	}

	static Kind url() {
		return new Kind("an http or https address", Kind::isUrl, false);
	}

	static Kind zone() {
		return new Kind("a time zone such as America/Chicago", (value) -> ZoneId.getAvailableZoneIds().contains(value),
				false);
	}

	static Kind moment() {
		return new Kind("an ISO instant such as 2026-03-02T18:00:00Z", Kind::isMoment, false);
	}

	static Kind database() {
		return new Kind("postgres://user:password@host:port/database or a jdbc:postgresql: address",
				(value) -> DatabaseUrl.parse(value).isPresent(), true);
	}

	private static boolean isWhole(String value, long least, long most) {
		try {
			long number = Long.parseLong(value);
			return number >= least && number <= most;
		}
		catch (NumberFormatException ex) {
			return false;
		}
	}

	private static boolean isUrl(String value) {
		try {
			var url = URI.create(value);
			return url.getHost() != null && Set.of("http", "https").contains(url.getScheme());
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	private static boolean isMoment(String value) {
		try {
			return Instant.parse(value).isAfter(Instant.EPOCH);
		}
		catch (DateTimeException ex) {
			return false;
		}
	}

}
