package rei.sms.jobs.rules;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.rules.TextingTime.Closed;
import rei.sms.jobs.rules.TextingTime.Never;
import rei.sms.jobs.rules.TextingTime.Open;
import rei.sms.jobs.rules.TextingTime.Rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QuietHoursTests {

	private static final QuietWindow NONE = new QuietWindow(21, 9, false);

	private final QuietHours lawOnly = new QuietHours(StateHours.standard(), NONE);

	private final QuietHours standard = new QuietHours(StateHours.standard(), QuietWindow.STANDARD);

	@ParameterizedTest
	@CsvSource(textBlock = """
			# state, zone,               weekday from, to, Sunday from, to
			CA, America/Los_Angeles,  8, 21,  8, 21
			GA, America/New_York,     8, 21,  8, 21
			FL, America/New_York,     8, 20,  8, 20
			OK, America/Chicago,      8, 20,  8, 20
			WA, America/Los_Angeles,  8, 20,  8, 20
			MD, America/New_York,     8, 20,  8, 20
			MA, America/New_York,     8, 20,  8, 20
			TX, America/Chicago,      9, 21, 12, 21
			AL, America/Chicago,      8, 20, -1, -1
			LA, America/Chicago,      8, 20, -1, -1
			MS, America/Chicago,      8, 20, -1, -1
			CT, America/New_York,     9, 20,  9, 20
			NV, America/Los_Angeles,  9, 20,  9, 20
			KY, America/New_York,    10, 21, 10, 21
			MI, America/New_York,     9, 21,  9, 21
			MN, America/Chicago,      9, 21,  9, 21
			NM, America/Denver,       9, 21,  9, 21
			RI, America/New_York,     9, 18, -1, -1
			PA, America/New_York,     9, 20, -1, -1
			UT, America/Denver,       9, 20, -1, -1
			SD, America/Chicago,      9, 20, -1, -1
			WY, America/Denver,       9, 20, -1, -1
			""")
	void everySecondOfTheTableDecides(UsState state, ZoneId zone, int open, int close, int sundayOpen,
			int sundayClose) {
		var recipient = in(state, zone);
		// A Wednesday, a Saturday and a Sunday without holidays.
		edges(recipient, zone, "2026-08-19", open, close);
		edges(recipient, zone, "2026-08-22", open, close);
		if (sundayOpen < 0) {
			assertThat(isOpen(recipient, zone, "2026-08-23T12:00:00")).isFalse();
			assertThat(isOpen(recipient, zone, "2026-08-23T00:00:00")).isFalse();
			assertThat(isOpen(recipient, zone, "2026-08-23T23:59:59")).isFalse();
		}
		else {
			edges(recipient, zone, "2026-08-23", sundayOpen, sundayClose);
		}
	}

	private void edges(Whereabouts recipient, ZoneId zone, String day, int open, int close) {
		assertThat(isOpen(recipient, zone, "%sT%02d:59:59".formatted(day, open - 1))).isFalse();
		assertThat(isOpen(recipient, zone, "%sT%02d:00:00".formatted(day, open))).isTrue();
		assertThat(isOpen(recipient, zone, "%sT%02d:59:59".formatted(day, close - 1))).isTrue();
		assertThat(isOpen(recipient, zone, "%sT%02d:00:00".formatted(day, close))).isFalse();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-08-19T11:59:59, false
			2026-08-19T12:00:00, true
			2026-08-19T19:59:59, true
			2026-08-19T20:00:00, false
			2026-08-22T12:00:00, true
			2026-08-23T12:00:00, false
			""")
	void anUnknownPlaceHasTheStrictestHours(String eastern, boolean open) {
		assertThat(isOpen(Whereabouts.UNKNOWN, ZoneId.of("America/New_York"), eastern)).isEqualTo(open);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# phone,        state, zip,   moment,               opens
			+17135550101,   '',   '',    2026-08-20T02:00:00Z, 2026-08-20T14:00:00Z
			+19155550101,   '',   '',    2026-08-19T14:30:00Z, 2026-08-19T15:00:00Z
			+19155550101,   TX,   79901, 2026-08-19T14:30:00Z, 2026-08-19T15:00:00Z
			+17135550101,   TX,   79901, 2026-08-20T02:00:00Z, 2026-08-20T15:00:00Z
			+12055550101,   AL,   35203, 2026-08-23T01:00:00Z, 2026-08-24T14:00:00Z
			+12255550101,   LA,   70801, 2026-11-26T18:00:00Z, 2026-11-28T15:00:00Z
			+16015550101,   MS,   39201, 2026-12-24T18:00:00Z, 2026-12-26T15:00:00Z
			+18135550101,   FL,   33602, 2026-08-20T00:00:00Z, 2026-08-20T13:00:00Z
			+12125550101,   CA,   90001, 2026-08-19T15:00:00Z, 2026-08-19T16:00:00Z
			+18505550101,   '',   '',    2026-08-19T13:30:00Z, 2026-08-19T14:00:00Z
			+16025550101,   AZ,   85001, 2026-07-01T15:59:59Z, 2026-07-01T16:00:00Z
			+16025550101,   AZ,   85001, 2026-12-01T15:59:59Z, 2026-12-01T16:00:00Z
			+14165550101,   '',   '',    2026-08-22T23:59:59Z, 2026-08-22T23:59:59Z
			+14165550101,   '',   '',    2026-08-23T00:00:00Z, 2026-08-24T16:00:00Z
			+18005550101,   TX,   77002, 2026-08-19T14:30:00Z, 2026-08-19T16:00:00Z
			""")
	void theNextOpeningIsExact(String phone, String state, String zip, Instant moment, Instant opens) {
		var recipient = Atlas.standard().of(new PhoneNumber(phone), Optional.of(state), Optional.of(zip));
		switch (this.standard.at(moment, recipient)) {
			case Open open -> {
				assertThat(opens).isEqualTo(moment);
				assertThat(open.until()).isAfter(moment);
			}
			case Closed closed -> assertThat(closed.opens()).isEqualTo(opens);
			case Never never -> throw new AssertionError(never);
		}
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			# the second before and the first of the evening's quiet, and of the morning, on both DST days of 2026
			2026-03-07T20:59:59, true
			2026-03-07T21:00:00, false
			2026-03-08T08:59:59, false
			2026-03-08T09:00:00, true
			2026-03-08T20:59:59, true
			2026-03-08T21:00:00, false
			2026-10-31T20:59:59, true
			2026-11-01T08:59:59, false
			2026-11-01T09:00:00, true
			2026-11-01T20:59:59, true
			2026-11-01T21:00:00, false
			""")
	void daysOfTheClockChangeKeepLocalHours(String local, boolean open) {
		var zone = ZoneId.of("America/Los_Angeles");
		var moment = LocalDateTime.parse(local).atZone(zone).toInstant();
		assertThat(this.standard.at(moment, in(UsState.CA, zone)) instanceof Open).isEqualTo(open);
	}

	@Test
	void arizonaKeepsItsClockInSummer() {
		var phoenix = in(UsState.AZ, ZoneId.of("America/Phoenix"));
		assertThat(this.standard.at(Instant.parse("2026-07-01T15:59:59Z"), phoenix)).isInstanceOf(Closed.class);
		assertThat(this.standard.at(Instant.parse("2026-07-01T16:00:00Z"), phoenix)).isInstanceOf(Open.class);
	}

	@Test
	void elPasoIsOnMountainTime() {
		var elPaso = Atlas.standard().of(new PhoneNumber("+19155550101"), Optional.of("TX"), Optional.of("79936"));
		var opensInChicago = Instant.parse("2026-08-19T14:00:00Z");
		assertThat(this.lawOnly.at(opensInChicago, elPaso))
			.isEqualTo(new Closed(new TextingTime.Cause(Rule.STATE_HOURS, "TX 09-21", ZoneId.of("America/Denver")),
					Instant.parse("2026-08-19T15:00:00Z")));
	}

	@Test
	void theEarliestEndClosesAndNamesItsZone() {
		var recipient = new Whereabouts(
				List.of(known(UsState.FL, "America/New_York"), known(UsState.TX, "America/Chicago")));
		assertThat(this.standard.at(Instant.parse("2026-08-19T18:00:00Z"), recipient))
			.isEqualTo(new Open(Instant.parse("2026-08-20T00:00:00Z"), ZoneId.of("America/New_York")));
	}

	@Test
	void theOperatorsHoursEndTheWindowToo() {
		var operator = new QuietHours(StateHours.standard(), new QuietWindow(18, 10, true));
		var recipient = in(UsState.GA, ZoneId.of("America/New_York"));
		assertThat(operator.at(Instant.parse("2026-08-19T18:00:00Z"), recipient))
			.isEqualTo(new Open(Instant.parse("2026-08-19T22:00:00Z"), ZoneId.of("America/New_York")));
		assertThat(operator.at(Instant.parse("2026-08-19T22:00:00Z"), recipient)).isEqualTo(
				new Closed(new TextingTime.Cause(Rule.OPERATOR_HOURS, "operator 10-18", ZoneId.of("America/New_York")),
						Instant.parse("2026-08-20T14:00:00Z")));
	}

	@Test
	void notEnforcedOnlyTheStatesHoursHold() {
		var recipient = in(UsState.GA, ZoneId.of("America/New_York"));
		assertThat(isOpen(recipient, ZoneId.of("America/New_York"), "2026-08-19T08:00:00")).isTrue();
		assertThat(this.standard.at(Instant.parse("2026-08-19T12:00:00Z"), recipient)).isInstanceOf(Closed.class);
		assertThat(isOpen(recipient, ZoneId.of("America/New_York"), "2026-08-19T07:59:59")).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "21, 9, [09-21]", "22, 6, [06-22]", "0, 9, '[09-24]'", "9, 17, '[00-09, 17-24]'", "0, 8, [08-24]",
			"12, 12, [00-24]", "13, 0, [00-13]", "23, 5, [05-23]", "5, 23, '[00-05, 23-24]'" })
	void theQuietWindowMayCrossMidnight(int start, int end, String open) {
		assertThat(new QuietWindow(start, end, true).openHours()).hasToString(open);
		assertThat(new QuietWindow(start, end, false).openHours()).hasToString("[00-24]");
	}

	@Test
	void aQuietWindowInTheMiddleOfTheDayLeavesBothEnds() {
		var siesta = new QuietHours(StateHours.standard(), new QuietWindow(12, 16, true));
		var zone = ZoneId.of("America/New_York");
		var recipient = in(UsState.GA, zone);
		assertThat(siesta.at(Instant.parse("2026-08-19T15:00:00Z"), recipient))
			.isEqualTo(new Open(Instant.parse("2026-08-19T16:00:00Z"), zone));
		assertThat(siesta.at(Instant.parse("2026-08-19T16:00:00Z"), recipient))
			.isEqualTo(new Closed(new TextingTime.Cause(Rule.OPERATOR_HOURS, "operator 00-12, 16-24", zone),
					Instant.parse("2026-08-19T20:00:00Z")));
		assertThat(siesta.at(Instant.parse("2026-08-19T20:00:00Z"), recipient))
			.isEqualTo(new Open(Instant.parse("2026-08-20T01:00:00Z"), zone));
	}

	@Test
	void theOperatorsHoursHoldOnEveryClockOfAnUnknownPlace() {
		var operator = new QuietHours(StateHours.standard(), new QuietWindow(18, 10, true));
		var tenInLosAngeles = Instant.parse("2026-08-19T17:00:00Z");
		var sixInNewYork = Instant.parse("2026-08-19T22:00:00Z");
		assertThat(operator.at(tenInLosAngeles.minusSeconds(1), Whereabouts.UNKNOWN)).isInstanceOf(Closed.class);
		assertThat(operator.at(tenInLosAngeles, Whereabouts.UNKNOWN))
			.isEqualTo(new Open(sixInNewYork, ZoneId.of("America/New_York")));
	}

	@Test
	void hoursThatNeverMeetAreSaidToNeverOpen() {
		var mornings = new QuietHours(StateHours.standard(), new QuietWindow(10, 7, true));
		assertThat(mornings.at(Instant.parse("2026-08-19T13:00:00Z"), in(UsState.KY, ZoneId.of("America/New_York"))))
			.isInstanceOf(Never.class);
	}

	@ParameterizedTest
	@CsvSource({ "24, 9", "-1, 9", "21, 24", "21, -1" })
	void theQuietWindowsHoursAreHoursOfADay(int start, int end) {
		assertThatIllegalArgumentException().isThrownBy(() -> new QuietWindow(start, end, true));
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			AL, 2026-04-27T12:00, AL Confederate Memorial Day
			LA, 2026-02-17T12:00, LA Mardi Gras
			LA, 2026-04-03T12:00, LA Good Friday
			LA, 2026-11-03T12:00, LA General Election Day
			MS, 2026-11-26T12:00, MS Thanksgiving Day
			MS, 2026-07-03T12:00, MS Independence Day
			AL, 2027-12-31T12:00, AL New Year's Day
			""")
	void holidaysOfThreeStatesAreShut(UsState state, LocalDateTime local, String holiday) {
		var zone = ZoneId.of("America/Chicago");
		assertThat(this.lawOnly.at(local.atZone(zone).toInstant(), in(state, zone))).isInstanceOfSatisfying(
				Closed.class,
				(closed) -> assertThat(closed.cause()).isEqualTo(new TextingTime.Cause(Rule.HOLIDAY, holiday, zone)));
	}

	@Test
	void holidaysOfOtherStatesAreNot() {
		assertThat(isOpen(in(UsState.TX, ZoneId.of("America/Chicago")), ZoneId.of("America/Chicago"),
				"2026-11-26T12:00:00"))
			.isTrue();
	}

	@Test
	void theFirstObjectionNamesTheCause() {
		assertThat(
				this.standard.at(Instant.parse("2026-08-23T18:00:00Z"), in(UsState.AL, ZoneId.of("America/Chicago"))))
			.isEqualTo(new Closed(new TextingTime.Cause(Rule.SUNDAY, "AL on Sunday", ZoneId.of("America/Chicago")),
					Instant.parse("2026-08-24T14:00:00Z")));
		assertThat(this.standard.at(Instant.parse("2026-08-19T15:00:00Z"), Whereabouts.UNKNOWN)).isEqualTo(new Closed(
				new TextingTime.Cause(Rule.PLACE_UNKNOWN, "unknown place 12-20", ZoneId.of("America/New_York")),
				Instant.parse("2026-08-19T16:00:00Z")));
	}

	private boolean isOpen(Whereabouts recipient, ZoneId zone, String local) {
		return this.lawOnly.at(LocalDateTime.parse(local).atZone(zone).toInstant(), recipient) instanceof Open;
	}

	private static Whereabouts in(UsState state, ZoneId zone) {
		return new Whereabouts(List.of(new Place.Known(state, List.of(zone))));
	}

	private static Place known(UsState state, String zone) {
		return new Place.Known(state, List.of(ZoneId.of(zone)));
	}

}
