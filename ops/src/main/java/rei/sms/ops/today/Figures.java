package rei.sms.ops.today;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

import rei.sms.db.kpi.Activity;
import rei.sms.db.kpi.Activity.Hour;
import rei.sms.ops.access.OpsProperties;
import rei.sms.ops.access.PagesOn;

/**
 * Today's figures, each against the same time yesterday and on the last four such
 * weekdays.
 */
@Component
@Conditional(PagesOn.class)
class Figures {

	private static final List<Integer> WEEKS = List.of(7, 14, 21, 28);

	private static final List<Integer> COMPARED = List.of(0, 1, 7, 14, 21, 28);

	private final Activity activity;

	private final OpsProperties ops;

	private final Clock clock;

	Figures(Activity activity, OpsProperties ops, Clock clock) {
		this.activity = activity;
		this.ops = ops;
		this.clock = clock;
	}

	List<Figure> all() {
		var now = this.clock.instant();
		var today = LocalDate.ofInstant(now, this.ops.zone());
		var hours = this.activity.ofDays(COMPARED.stream().map((days) -> midnight(today.minusDays(days))).toList())
			.stream()
			.collect(Collectors.toMap(Hour::hour, (hour) -> hour));
		var day = new Day(hours, today, now);
		return List.of(day.figure("Sent", Hour::sent), day.figure("Delivered", Hour::delivered),
				day.figure("Replies", Hour::replies), day.figure("Opt-outs", Hour::optOuts),
				day.figure("New leads", Hour::leads));
	}

	private Instant midnight(LocalDate day) {
		return day.atStartOfDay(this.ops.zone()).toInstant();
	}

	private final class Day {

		private final Map<Instant, Hour> hours;

		private final LocalDate today;

		private final Duration passed;

		private Day(Map<Instant, Hour> hours, LocalDate today, Instant now) {
			this.hours = hours;
			this.today = today;
			this.passed = Duration.between(midnight(today), now);
		}

		private Figure figure(String name, ToLongFunction<Hour> count) {
			var usual = WEEKS.stream().mapToDouble((days) -> by(this.today.minusDays(days), count)).sum()
					/ WEEKS.size();
			var sofar = LongStream.rangeClosed(0, this.passed.toHours()).map((hour) -> at(this.today, hour, count));
			var usually = IntStream.range(0, 24)
				.mapToObj((hour) -> WEEKS.stream()
					.mapToDouble((days) -> at(this.today.minusDays(days), hour, count))
					.average()
					.orElse(0));
			return new Figure(name, sofar.sum(), Math.round(by(this.today.minusDays(1), count)), usual,
					LongStream.rangeClosed(0, this.passed.toHours())
						.mapToObj((hour) -> at(this.today, hour, count))
						.toList(),
					usually.toList());
		}

		/** By the time of day that it is now; of the hour that has begun its part. */
		private double by(LocalDate day, ToLongFunction<Hour> count) {
			var whole = LongStream.range(0, this.passed.toHours()).map((hour) -> at(day, hour, count)).sum();
			var part = this.passed.toSeconds() % 3600 / 3600.0;
			return whole + part * at(day, this.passed.toHours(), count);
		}

		private long at(LocalDate day, long hour, ToLongFunction<Hour> count) {
			var found = this.hours.get(midnight(day).plus(hour, ChronoUnit.HOURS));
			return (found != null) ? count.applyAsLong(found) : 0;
		}

	}

}
