package rei.sms.jobs.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import rei.sms.jobs.rules.TextingTime.Rule;

/**
 * The hours in which each state allows texts: a dated table, its rows with their source
 * and how certain it is.
 */
public final class StateHours {

	private static final StateHours STANDARD = new StateHours(CsvTable.read("state-hours.csv"),
			StateHolidays.standard());

	private final String version;

	private final List<HoursRow> rows;

	private final Map<UsState, HoursRow> listed;

	private final HoursRow others;

	private final HoursRow strictest;

	private final StateHolidays holidays;

	StateHours(CsvTable table, StateHolidays holidays) {
		this.version = table.version();
		this.rows = table.rows().stream().map(HoursRow::of).toList();
		this.listed = new EnumMap<>(UsState.class);
		this.rows.forEach((row) -> UsState.parse(row.where()).ifPresent((state) -> this.listed.put(state, row)));
		this.others = row("*");
		this.strictest = row("?");
		this.holidays = holidays;
	}

	/** The table that the engine ships with. */
	public static StateHours standard() {
		return STANDARD;
	}

	private HoursRow row(String where) {
		return this.rows.stream().filter((row) -> row.where().equals(where)).findFirst().orElseThrow();
	}

	/** The day on which the table was last changed; stored with every decision. */
	public String version() {
		return this.version;
	}

	/** The table itself, for people to read. */
	public List<HoursRow> rows() {
		return this.rows;
	}

	/** What a state allows; a state that has no row of its own has the federal one. */
	public HoursRow of(UsState state) {
		return this.listed.getOrDefault(state, this.others);
	}

	/** What is allowed where nobody knows the state or the zone. */
	public HoursRow strictest() {
		return this.strictest;
	}

	/** What a state allows on one day. */
	DayHours on(UsState state, LocalDate date) {
		var row = of(state);
		var holiday = row.closedOnHolidays() ? this.holidays.on(state, date) : Optional.<String>empty();
		return holiday.map((name) -> new DayHours(List.of(), Rule.HOLIDAY, state + " " + name))
			.orElseGet(() -> on(row, date, state.name(), Rule.STATE_HOURS));
	}

	/** What is allowed on one day where nobody knows the state. */
	DayHours strictestOn(LocalDate date) {
		return on(this.strictest, date, "unknown place", Rule.PLACE_UNKNOWN);
	}

	private static DayHours on(HoursRow row, LocalDate date, String where, Rule rule) {
		if (date.getDayOfWeek() != DayOfWeek.SUNDAY) {
			return new DayHours(List.of(row.weekday()), rule, where);
		}
		return row.sunday()
			.map((hours) -> new DayHours(List.of(hours), rule, where + " on Sunday"))
			.orElseGet(() -> new DayHours(List.of(), Rule.SUNDAY, where + " on Sunday"));
	}

}
