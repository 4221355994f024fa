package rei.sms.ops.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** How the pages write times, amounts and phones; templates call it {@code show}. */
public final class Words {

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("h:mm a", Locale.US);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, h:mm a", Locale.US);

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, MMMM d", Locale.US);

	private final ZoneId zone;

	private final Instant now;

	public Words(ZoneId zone, Instant now) {
		this.zone = zone;
		this.now = now;
	}

	/** What the engine's clock shows. */
	public Instant now() {
		return this.now;
	}

	/** Today, by its weekday. */
	public String today() {
		return DATE.format(this.now.atZone(this.zone));
	}

	/** The zone that times are shown in. */
	public String zone() {
		return this.zone.getId().replaceAll(".*/", "").replace('_', ' ');
	}

	/** A time: of today by the clock, of another day with its date. */
	public String time(@Nullable Instant time) {
		if (time == null) {
			return "–";
		}
		var shown = time.atZone(this.zone);
		return (shown.toLocalDate().equals(this.now.atZone(this.zone).toLocalDate()) ? CLOCK : DAY).format(shown);
	}

	/** How long ago or how far ahead a time is. */
	public String ago(@Nullable Instant time) {
		if (time == null) {
			return "never";
		}
		var apart = Duration.between(time, this.now);
		if (apart.abs().toSeconds() < 45) {
			return "just now";
		}
		return apart.isNegative() ? "in " + span(apart.abs()) : span(apart) + " ago";
	}

	/** A length of time in its two largest units at most. */
	public static String span(Duration span) {
		if (span.toSeconds() < 1) {
			return span.toMillis() + " ms";
		}
		if (span.toMinutes() < 1) {
			return span.toSeconds() + " s";
		}
		if (span.toHours() < 1) {
			return span.toMinutes() + " min";
		}
		if (span.toDays() < 1) {
			return span.toHours() + " h" + ((span.toMinutesPart() > 0) ? " " + span.toMinutesPart() + " min" : "");
		}
		return span.toDays() + ((span.toDays() == 1) ? " day" : " days");
	}

	/** An amount with its thousands set apart. */
	public String count(@Nullable Number number) {
		return (number != null) ? String.format(Locale.US, "%,d", number.longValue()) : "–";
	}

	/** One and many. */
	public String count(Number number, String one, String many) {
		return count(number) + " " + ((number.longValue() == 1) ? one : many);
	}

	/** A share from 0 to 1 in percent. */
	public String percent(@Nullable Double share) {
		return (share != null && !share.isNaN()) ? String.format(Locale.US, "%.1f %%", 100 * share) : "–";
	}

	/** A rate that is in percent already. */
	public String rate(@Nullable Number percent) {
		return (percent != null) ? String.format(Locale.US, "%.1f %%", percent.doubleValue()) : "–";
	}

	/** A phone as Americans write it. */
	public String phone(@Nullable String e164) {
		if (e164 == null || e164.isEmpty()) {
			return "–";
		}
		return e164.matches("\\+1\\d{10}")
				? "(%s) %s-%s".formatted(e164.substring(2, 5), e164.substring(5, 8), e164.substring(8)) : e164;
	}

	/** A phone as it stands in an address of ours. */
	public String digits(String e164) {
		return e164.substring(1);
	}

	/** A name of the database in plain words: {@code OPT_OUT} is opt out. */
	public String plain(@Nullable String name) {
		return (name != null) ? name.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ') : "–";
	}

}
