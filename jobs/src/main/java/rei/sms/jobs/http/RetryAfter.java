package rei.sms.jobs.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Reads how long a vendor asked to be left alone: seconds or a date, at most one day. */
final class RetryAfter {

	private static final Duration LONGEST = Duration.ofDays(1);

	private RetryAfter() {
	}

	static @Nullable Duration of(Response response) {
		var value = response.header("Retry-After");
		return (value != null) ? read(value.strip(), Instant.ofEpochMilli(response.receivedResponseAtMillis())) : null;
	}

	static @Nullable Duration read(String value, Instant now) {
		try {
			var wait = value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value))
					: Duration.between(now, date(value));
			return wait.isNegative() ? Duration.ZERO : shorter(wait, LONGEST);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static Instant date(String value) {
		return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT)).toInstant();
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) <= 0) ? one : other;
	}

}
