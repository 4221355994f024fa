package rei.sms.jobs.intent.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import rei.sms.db.wording.Wording;

/**
 * Finds the day from which a seller wants to hear from us: "in two weeks", "after the
 * holidays", "en marzo".
 */
final class DelayDates {

	private static final String COUNT = "(\\d{1,2}|a|an|one|un|una|two|couple|couple of|a couple of|dos|three|few|a few|unos|unas|tres|four|cuatro|five|cinco|six|seis)";

	private static final Pattern SPAN = Pattern.compile(
			"\\b(?:in|en|give me|dame|deme|after|another|wait|espere|for|otros?|otras?|about|como|within|de aqui a|try me|call me|text me|back)(?: about| like| another)? "
					+ COUNT + " (days?|dias?|weeks?|wks?|semanas?|months?|mos|mes(?:es)?|years?|yrs?|anos?)\\b");

	private static final Map<String, Integer> COUNTS = Map.ofEntries(Map.entry("a", 1), Map.entry("an", 1),
			Map.entry("one", 1), Map.entry("un", 1), Map.entry("una", 1), Map.entry("two", 2), Map.entry("couple", 2),
			Map.entry("couple of", 2), Map.entry("a couple of", 2), Map.entry("dos", 2), Map.entry("three", 3),
			Map.entry("few", 3), Map.entry("a few", 3), Map.entry("unos", 3), Map.entry("unas", 3),
			Map.entry("tres", 3), Map.entry("four", 4), Map.entry("cuatro", 4), Map.entry("five", 5),
			Map.entry("cinco", 5), Map.entry("six", 6), Map.entry("seis", 6));

	private static final Pattern MONTH = Pattern.compile(
			"\\b(?:in|en|til|till|until|hasta|after|despues de|by|around|come|next|para|early|late|back in|first of|beginning of|end of|mid)(?: the)? (january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\\b");

	private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
			"oct", "nov", "dec");

	private static final List<String> SPANISH_MONTHS = List.of("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago",
			"sep", "oct", "nov", "dic");

	private static final Pattern WEEKDAY = Pattern.compile(
			"\\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo)\\b");

	private static final Map<String, DayOfWeek> WEEKDAYS = Map.ofEntries(Map.entry("monday", DayOfWeek.MONDAY),
			Map.entry("tuesday", DayOfWeek.TUESDAY), Map.entry("wednesday", DayOfWeek.WEDNESDAY),
			Map.entry("thursday", DayOfWeek.THURSDAY), Map.entry("friday", DayOfWeek.FRIDAY),
			Map.entry("saturday", DayOfWeek.SATURDAY), Map.entry("sunday", DayOfWeek.SUNDAY),
			Map.entry("lunes", DayOfWeek.MONDAY), Map.entry("martes", DayOfWeek.TUESDAY),
			Map.entry("miercoles", DayOfWeek.WEDNESDAY), Map.entry("jueves", DayOfWeek.THURSDAY),
			Map.entry("viernes", DayOfWeek.FRIDAY), Map.entry("sabado", DayOfWeek.SATURDAY),
			Map.entry("domingo", DayOfWeek.SUNDAY));

	private DelayDates() {
	}

	static Optional<LocalDate> in(Wording wording, LocalDate today) {
		String text = wording.spaced();
		return span(text, today).or(() -> month(text, today))
			.or(() -> season(text, today))
			.or(() -> named(text, today))
			.or(() -> weekday(text, today));
	}

	private static Optional<LocalDate> span(String text, LocalDate today) {
		Matcher span = SPAN.matcher(text);
		if (!span.find()) {
			return Optional.empty();
		}
		Integer spelled = COUNTS.get(span.group(1));
		int count = (spelled != null) ? spelled : Integer.parseInt(span.group(1));
		return Optional.of(switch (span.group(2).charAt(0)) {
			case 'd' -> today.plusDays(count);
			case 'w', 's' -> today.plusWeeks(count);
			case 'm' -> today.plusMonths(count);
			default -> today.plusYears(count);
		});
	}

	private static Optional<LocalDate> month(String text, LocalDate today) {
		Matcher month = MONTH.matcher(text);
		if (!month.find()) {
			return Optional.empty();
		}
		String begin = month.group(1).substring(0, 3);
		int at = Math.max(MONTHS.indexOf(begin), SPANISH_MONTHS.indexOf(begin));
		return Optional.of(firstAfter(today, Month.of(at + 1)));
	}

	private static LocalDate firstAfter(LocalDate today, Month month) {
		LocalDate first = today.with(month).withDayOfMonth(1);
		return first.isAfter(today) ? first : first.plusYears(1);
	}

	private static Optional<LocalDate> season(String text, LocalDate today) {
		if (says(text, "spring|primavera")) {
			return Optional.of(firstAfter(today, Month.MARCH));
		}
		if (says(text, "summer|verano|school (?:is out|ends|lets out)")) {
			return Optional.of(firstAfter(today, Month.JUNE));
		}
		if (says(text, "(?:in the|this|next|til|until|come|after) fall|otono")) {
			return Optional.of(firstAfter(today, Month.SEPTEMBER));
		}
		if (says(text, "winter|invierno")) {
			return Optional.of(firstAfter(today, Month.DECEMBER));
		}
		return Optional.empty();
	}

	private static Optional<LocalDate> named(String text, LocalDate today) {
		if (says(text,
				"holidays?|christmas|new years?|navidad|fiestas|first of the year|next year|the new year|ano nuevo|proximo ano|ano que (?:viene|entra)")) {
			return Optional.of(LocalDate.of(today.getYear() + 1, Month.JANUARY, 2));
		}
		if (says(text, "tax season")) {
			return Optional.of(firstAfter(today, Month.MAY));
		}
		if (says(text,
				"next month|proximo mes|mes que (?:viene|entra)|first of the month|end of the month|fin de mes")) {
			return Optional.of(today.plusMonths(1).withDayOfMonth(1));
		}
		if (says(text, "next week|proxima semana|semana que (?:viene|entra)|after the weekend|otra semana")) {
			return Optional.of(today.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
		}
		return says(text, "tomorrow|tmrw|tmr|tomm?orr?ow|manana") ? Optional.of(today.plusDays(1)) : Optional.empty();
	}

	private static Optional<LocalDate> weekday(String text, LocalDate today) {
		Matcher day = WEEKDAY.matcher(text);
		return day.find()
				? Optional.ofNullable(WEEKDAYS.get(day.group(1))).map(TemporalAdjusters::next).map(today::with)
				: Optional.empty();
	}

	private static boolean says(String text, String words) {
		return Pattern.compile("\\b(?:" + words + ")\\b").matcher(text).find();
	}

}
