package rei.sms.jobs.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A holiday that comes every year by a rule.
 *
 * @param name what people call it
 * @param rule the rule's words, as the table writes them
 * @param keptOnWeekdays whether one that falls on a weekend is kept on the nearest
 * weekday too
 */
record YearlyHoliday(String name, List<String> rule, boolean keptOnWeekdays) {

	static YearlyHoliday of(CsvTable.Row row) {
		return new YearlyHoliday(row.get("name"), row.words("rule"), row.get("observed").equals("weekend"));
	}

	/** The days on which that year's holiday is kept; no text goes on any of them. */
	List<LocalDate> keptIn(int year) {
		return day(year).stream()
			.flatMap((day) -> this.keptOnWeekdays ? Stream.of(day, nearestWeekday(day)) : Stream.of(day))
			.distinct()
			.toList();
	}

	private Optional<LocalDate> day(int year) {
		return switch (this.rule.getFirst()) {
			case "fixed" -> Optional.of(MonthDay.parse("--" + this.rule.get(1)).atYear(year));
			case "nth" -> Optional.of(nth(year, number(1), weekday(2), number(3)));
			case "last" ->
				Optional.of(LocalDate.of(year, number(2), 1).with(TemporalAdjusters.lastInMonth(weekday(1))));
			case "after" -> Optional.of(nth(year, number(1), weekday(2), number(3)).plusDays(number(4)));
			case "easter" -> Optional.of(easter(year).plusDays(number(1)));
			case "election" -> (year % 2 == 0) ? Optional.of(election(year)) : Optional.empty();
			default -> throw new IllegalStateException("unknown holiday rule " + this.rule);
		};
	}

	private int number(int index) {
		return Integer.parseInt(this.rule.get(index));
	}

	private DayOfWeek weekday(int index) {
		return DayOfWeek.valueOf(this.rule.get(index));
	}

	private static LocalDate nth(int year, int ordinal, DayOfWeek day, int month) {
		return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, day));
	}

	private static LocalDate election(int year) {
		return nth(year, 1, DayOfWeek.MONDAY, Month.NOVEMBER.getValue()).plusDays(1);
	}

	private static LocalDate nearestWeekday(LocalDate day) {
		return switch (day.getDayOfWeek()) {
			case SATURDAY -> day.minusDays(1);
			case SUNDAY -> day.plusDays(1);
			default -> day;
		};
	}

	/** Easter Sunday of the Gregorian calendar, by the anonymous computus. */
	private static LocalDate easter(int year) {
		int golden = year % 19;
		int century = year / 100;
		int ofCentury = year % 100;
		int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
		int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
		int late = (golden + 11 * epact + 22 * weekday) / 451;
		int days = epact + weekday - 7 * late + 114;
		return LocalDate.of(year, days / 31, days % 31 + 1);
	}

}
