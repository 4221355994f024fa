package rei.sms.db.kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The days that one KPI row counts.
 *
 * @param start the first day
 * @param end the last day
 */
public record Window(Period period, LocalDate start, LocalDate end) {

	/** How long a window is. */
	public enum Period {

		/** A business day. */
		DAILY,
		/** An ISO week, Monday to Sunday. */
		WEEKLY,
		/** A calendar month. */
		MONTHLY;

		/** The window of this length that holds {@code day}. */
		public Window around(LocalDate day) {
			return switch (this) {
				case DAILY -> new Window(this, day, day);
				case WEEKLY -> {
					var monday = day.minusDays(day.getDayOfWeek().getValue() - 1L);
					yield new Window(this, monday, monday.plusDays(6));
				}
				case MONTHLY -> new Window(this, day.withDayOfMonth(1), day.withDayOfMonth(day.lengthOfMonth()));
			};
		}

	}

	/** The first instant of the window in the zone of the reports. */
	public Instant from(ZoneId zone) {
		return this.start.atStartOfDay(zone).toInstant();
	}

	/** The first instant after it. */
	public Instant to(ZoneId zone) {
		return this.end.plusDays(1).atStartOfDay(zone).toInstant();
	}

}
