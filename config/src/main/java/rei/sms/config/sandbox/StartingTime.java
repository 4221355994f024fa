package rei.sms.config.sandbox;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Where a trial's clock starts: at the instant that was asked for, else at noon of the
 * next weekday, when every state may be texted. A trial that is taken up again goes on
 * where it stood, if that is still a good time.
 */
final class StartingTime {

	private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

	private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

	private static final LocalTime MORNING = LocalTime.of(11, 0);

	private static final LocalTime AFTERNOON = LocalTime.of(16, 0);

	private static final Duration SAME_TRIAL = Duration.ofHours(12);

	private StartingTime() {
	}

	/**
	 * How far the trial's clock is ahead of {@code now}.
	 * @param asked where it should start, if that was said
	 * @param last the clock of the trial before, if there was one
	 */
	static Duration offset(Instant now, @Nullable Instant asked, Optional<Before> last) {
		var goesOn = last.filter((before) -> goesOn(now.plus(before.offset()), asked, before)).map(Before::offset);
		return goesOn.orElseGet(() -> Duration.between(now, (asked != null) ? asked : noonAfter(now, last)));
	}

	private static boolean goesOn(Instant then, @Nullable Instant asked, Before before) {
		if (asked != null) {
			return asked.equals(before.asked()) && Duration.between(asked, then).compareTo(SAME_TRIAL) < 0;
		}
		return before.asked() == null && isOfficeHours(then.atZone(CHICAGO));
	}

	private static boolean isOfficeHours(ZonedDateTime local) {
		return !WEEKEND.contains(local.getDayOfWeek()) && !local.toLocalTime().isBefore(MORNING)
				&& local.toLocalTime().isBefore(AFTERNOON);
	}

	private static Instant noonAfter(Instant now, Optional<Before> last) {
		var latest = last.map((before) -> now.plus(before.offset())).filter(now::isBefore).orElse(now);
		var noon = latest.atZone(CHICAGO).with(LocalTime.NOON);
		while (!noon.toInstant().isAfter(latest) || WEEKEND.contains(noon.getDayOfWeek())) {
			noon = noon.plusDays(1);
		}
		return noon.toInstant();
	}

	/**
	 * The clock of the trial before.
	 *
	 * @param asked where it was asked to start, or null
	 */
	record Before(Duration offset, @Nullable Instant asked) {
	}

}
