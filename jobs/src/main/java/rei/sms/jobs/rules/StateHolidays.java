package rei.sms.jobs.rules;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The legal holidays of the states that allow no texts on them. */
final class StateHolidays {

	private final Map<UsState, List<YearlyHoliday>> rules;

	/** A pure function's memory: years do not change. */
	private final Map<UsState, Map<Integer, Map<LocalDate, String>>> years = new EnumMap<>(UsState.class);

	private StateHolidays(CsvTable table) {
		this.rules = table.rows()
			.stream()
			.collect(Collectors.groupingBy((row) -> UsState.valueOf(row.get("state")),
					Collectors.mapping(YearlyHoliday::of, Collectors.toUnmodifiableList())));
		this.rules.keySet().forEach((state) -> this.years.put(state, new ConcurrentHashMap<>()));
	}

	static StateHolidays standard() {
		return new StateHolidays(CsvTable.read("state-holidays.csv"));
	}

	/** The name of the holiday that a state keeps on a day. */
	Optional<String> on(UsState state, LocalDate date) {
		var byYear = this.years.get(state);
		return (byYear == null) ? Optional.empty()
				: Optional.ofNullable(byYear.computeIfAbsent(date.getYear(), (year) -> days(state, year)).get(date));
	}

	private Map<LocalDate, String> days(UsState state, int year) {
		var days = new HashMap<LocalDate, String>();
		for (var holiday : this.rules.getOrDefault(state, List.of())) {
			// New Year's Day of the next year may be kept on the last day of this one.
			for (int of = year; of <= year + 1; of++) {
				holiday.keptIn(of).forEach((day) -> days.putIfAbsent(day, holiday.name()));
			}
		}
		return days;
	}

}
