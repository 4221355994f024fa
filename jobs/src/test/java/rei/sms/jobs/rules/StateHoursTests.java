package rei.sms.jobs.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.jobs.rules.HoursRow.Certainty;
import rei.sms.jobs.rules.TextingTime.Open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class StateHoursTests {

	private final StateHours hours = new StateHours(CsvTable.read("state-hours.csv"), StateHolidays.standard());

	private final StateHolidays holidays = StateHolidays.standard();

	@Test
	void theTableIsDatedAndEveryRowHasItsSource() {
		assertThat(LocalDate.parse(this.hours.version())).isAfter("2026-01-01");
		assertThat(this.hours.rows()).hasSize(22).allSatisfy((row) -> {
			assertThat(row.source()).isNotBlank();
			assertThat(row.taken()).isBeforeOrEqualTo(LocalDate.parse(this.hours.version()));
		});
		assertThat(this.hours.of(UsState.FL).certainty()).isEqualTo(Certainty.PRIMARY);
		assertThat(this.hours.of(UsState.TX).certainty()).isEqualTo(Certainty.SECONDARY);
		assertThat(this.hours.of(UsState.WY).certainty()).isEqualTo(Certainty.UNVERIFIED);
	}

	@Test
	void aStateWithoutARowHasTheFederalOne() {
		assertThat(this.hours.of(UsState.CA)).isSameAs(this.hours.of(UsState.GU));
		assertThat(this.hours.of(UsState.CA).where()).isEqualTo("*");
		assertThat(this.hours.strictest().where()).isEqualTo("?");
	}

	@ParameterizedTest
	@EnumSource
	void noStateAllowsMoreThanTheFederalHours(UsState state) {
		var row = this.hours.of(state);
		assertThat(row.weekday().open()).isGreaterThanOrEqualTo(8);
		assertThat(row.weekday().close()).isLessThanOrEqualTo(21);
		row.sunday().ifPresent((sunday) -> assertThat(sunday.open()).isGreaterThanOrEqualTo(8));
		row.sunday().ifPresent((sunday) -> assertThat(sunday.close()).isLessThanOrEqualTo(21));
	}

	/** Every hour's first moment and the moment before it, of every day of a year. */
	@ParameterizedTest
	@MethodSource("rowsAndZones")
	void everyHourOfAYearIsDecidedByTheRow(UsState state, ZoneId zone) {
		var rule = new QuietHours(this.hours, new QuietWindow(0, 0, true));
		var recipient = new Whereabouts(List.of(new Place.Known(state, List.of(zone))));
		for (var day = LocalDate.of(2026, 6, 1); day.isBefore(LocalDate.of(2027, 6, 1)); day = day.plusDays(1)) {
			var allowed = allowed(state, day);
			for (int hour = 6; hour < 24; hour++) {
				var start = day.atTime(hour, 0).atZone(zone).toInstant();
				var last = hour;
				var open = allowed.filter((range) -> range.open() <= last && last < range.close()).isPresent();
				assertThat(rule.at(start, recipient) instanceof Open).as("%s %s", day, hour).isEqualTo(open);
				assertThat(rule.at(start.plusMillis(3_599_999), recipient) instanceof Open).as("%s %s:59", day, hour)
					.isEqualTo(open);
			}
		}
	}

	private Optional<HourRange> allowed(UsState state, LocalDate day) {
		var row = this.hours.of(state);
		if (row.closedOnHolidays() && this.holidays.on(state, day).isPresent()) {
			return Optional.empty();
		}
		return (day.getDayOfWeek() == DayOfWeek.SUNDAY) ? row.sunday() : Optional.of(row.weekday());
	}

	static Stream<Object[]> rowsAndZones() {
		return Stream
			.of(UsState.GA, UsState.AZ, UsState.HI, UsState.FL, UsState.OK, UsState.WA, UsState.TX, UsState.AL,
					UsState.LA, UsState.MS, UsState.NV, UsState.KY, UsState.MI, UsState.MN, UsState.RI, UsState.SD)
			.flatMap((state) -> StateZones.standard().of(state).stream().map((zone) -> new Object[] { state, zone }));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# what Alabama, Louisiana and Mississippi keep
			AL | 2026-01-01 | New Year's Day
			AL | 2026-01-19 | Martin Luther King Jr. and Robert E. Lee
			AL | 2026-02-16 | George Washington and Thomas Jefferson
			AL | 2026-02-17 | Mardi Gras (Mobile and Baldwin counties)
			AL | 2026-04-27 | Confederate Memorial Day
			AL | 2026-05-25 | National Memorial Day
			AL | 2026-06-01 | Jefferson Davis
			AL | 2026-06-19 | Juneteenth
			AL | 2026-07-04 | Independence Day
			AL | 2026-07-03 | Independence Day
			AL | 2026-09-07 | Labor Day
			AL | 2026-10-12 | Columbus, Fraternal and American Indian Heritage Day
			AL | 2026-11-11 | Veterans Day
			AL | 2026-11-26 | Thanksgiving Day
			AL | 2026-11-27 | Day after Thanksgiving (by proclamation)
			AL | 2026-12-25 | Christmas Day
			AL | 2027-12-24 | Christmas Day
			AL | 2027-12-31 | New Year's Day
			AL | 2023-01-02 | New Year's Day
			LA | 2026-04-03 | Good Friday
			LA | 2026-11-01 | All Saints' Day
			LA | 2026-11-03 | General Election Day
			LA | 2028-11-07 | General Election Day
			LA | 2026-11-27 | Acadian Day
			LA | 2027-02-09 | Mardi Gras
			MS | 2026-04-27 | Confederate Memorial Day
			MS | 2026-12-24 | Christmas Eve (by proclamation)
			AL | 2026-04-03 |
			AL | 2026-11-03 |
			LA | 2027-11-02 |
			LA | 2026-04-27 |
			LA | 2026-11-02 |
			MS | 2026-02-17 |
			MS | 2026-08-19 |
			TX | 2026-12-25 |
			""")
	void holidaysFallWhereTheirRuleSays(UsState state, LocalDate day, String name) {
		assertThat(this.holidays.on(state, day)).isEqualTo(Optional.ofNullable(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1954-04-18", "1961-04-02", "1981-04-19", "1994-04-03", "2000-04-23", "2008-03-23",
			"2011-04-24", "2016-03-27", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
			"2028-04-16", "2029-04-01", "2030-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19",
			"2100-03-28", "2200-04-06", "2285-03-22", "2299-04-16" })
	void goodFridayGoesWithEaster(LocalDate easter) {
		assertThat(this.holidays.on(UsState.LA, easter.minusDays(2))).contains("Good Friday");
		assertThat(this.holidays.on(UsState.LA, easter.minusDays(47))).contains("Mardi Gras");
		assertThat(this.holidays.on(UsState.LA, easter.minusDays(1))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "-1, 5", "5, 5", "6, 5", "8, 25", "24, 25" })
	void aRangeIsOfOneDay(int open, int close) {
		assertThatIllegalArgumentException().isThrownBy(() -> new HourRange(open, close));
	}

	@ParameterizedTest
	@CsvSource({ "TX, TX", "' tx ', TX", "Texas, TX", "new mexico, NM", "D.C., DC", "WASHINGTON, WA",
			"Puerto Rico, PR" })
	void statesAreReadAsListsWriteThem(String text, UsState state) {
		assertThat(UsState.parse(text)).contains(state);
	}

	@Test
	void aStateHasACodeAndAName() {
		assertThat(UsState.NM.names()).containsExactly("NM", "New Mexico");
	}

	@Test
	void placesWithAndWithoutAState() {
		assertThat(Whereabouts.UNKNOWN.isKnown()).isFalse();
		assertThat(Whereabouts.UNKNOWN.states()).isEmpty();
		assertThat(Whereabouts.UNKNOWN.stateWords()).containsExactly("?");
		assertThat(Whereabouts.UNKNOWN.zoneWords()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ZZ", "Ontario", "7", "T X S" })
	void whatIsNoStateIsNone(String text) {
		assertThat(UsState.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			'FL TX',  'America/New_York America/Chicago', FL America/New_York America/Chicago; TX America/Chicago
			'TX',     'America/Denver',                   TX America/Denver
			'GA',     'America/Denver',                   GA America/Denver
			'?',      '',                                 ?
			'TX ?',   'America/Chicago',                  TX America/Chicago; ?
			'TX',     '',                                 ?
			'',       'America/Chicago',                  ?
			""")
	void placesAreKeptAsWords(String states, String zones, String expected) {
		var places = Whereabouts.of(words(states), words(zones));
		assertThat(places.places()
			.stream()
			.map((place) -> (place instanceof Place.Known known)
					? known.state() + " " + String.join(" ", known.zones().stream().map(ZoneId::getId).toList()) : "?")
			.toList()).hasToString("[" + expected.replace(";", ",") + "]");
		assertThat(Whereabouts.of(places.stateWords(), places.zoneWords())).isEqualTo(places);
	}

	private static List<String> words(String text) {
		return text.isEmpty() ? List.of() : List.of(text.split(" "));
	}

}
