package rei.sms.jobs.rules;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import rei.sms.jobs.rules.TextingTime.Closed;
import rei.sms.jobs.rules.TextingTime.Never;
import rei.sms.jobs.rules.TextingTime.Open;

import static org.assertj.core.api.Assertions.assertThat;

class QuietHoursPropertyTests {

	private static final Set<UsState> NO_SUNDAYS = Set.of(UsState.AL, UsState.LA, UsState.MS, UsState.RI, UsState.PA,
			UsState.UT, UsState.SD, UsState.WY);

	private static final StateHolidays HOLIDAYS = StateHolidays.standard();

	private static final Instant YEAR = Instant.parse("2026-01-01T00:00:00Z");

	/** The hours are read anew here, minute by minute on every wall clock that counts. */
	@Property(tries = 400)
	void theDecisionIsWhatEveryWallClockSays(@ForAll("moments") Instant now, @ForAll("places") Whereabouts recipient,
			@ForAll("windows") QuietWindow window) {
		var hours = new QuietHours(StateHours.standard(), window);
		switch (hours.at(now, recipient)) {
			case Open open -> {
				assertThat(allowed(now, recipient, window)).isTrue();
				everyStep(now, open.until(), (moment) -> assertThat(allowed(moment, recipient, window)).isTrue());
			}
			case Closed closed -> {
				assertThat(allowed(now, recipient, window)).isFalse();
				assertThat(allowed(closed.opens(), recipient, window)).isTrue();
				assertThat(allowed(closed.opens().minusMillis(1), recipient, window)).isFalse();
				everyStep(now, closed.opens(), (moment) -> assertThat(allowed(moment, recipient, window)).isFalse());
				assertThat(hours.at(closed.opens(), recipient)).isInstanceOf(Open.class);
			}
			case Never never -> everyStep(now, now.plus(Duration.ofDays(9)),
					(moment) -> assertThat(allowed(moment, recipient, window)).isFalse());
		}
	}

	@Property(tries = 2000)
	void openNeverLastsPastTheHourOfAnyPlace(@ForAll("moments") Instant now, @ForAll("places") Whereabouts recipient) {
		var hours = new QuietHours(StateHours.standard(), QuietWindow.STANDARD);
		if (hours.at(now, recipient) instanceof Open open) {
			assertThat(open.until()).isAfter(now);
			for (var place : recipient.places()) {
				for (var zone : place.zones()) {
					assertThat(open.until().minusMillis(1).atZone(zone).getHour()).isBetween(9, 20);
				}
			}
		}
	}

	/** A text goes when each property alone would let it, and until the first closes. */
	@Property(tries = 2000)
	void everyPropertyMustAllow(@ForAll("moments") Instant now, @ForAll("places") Whereabouts recipient) {
		var hours = new QuietHours(StateHours.standard(), QuietWindow.STANDARD);
		var each = recipient.places().stream().map((place) -> hours.at(now, new Whereabouts(List.of(place)))).toList();
		if (hours.at(now, recipient) instanceof Open open) {
			assertThat(each).allSatisfy((alone) -> assertThat(alone).isInstanceOfSatisfying(Open.class,
					(one) -> assertThat(open.until()).isBeforeOrEqualTo(one.until())));
		}
		else {
			assertThat(each).anySatisfy((alone) -> assertThat(alone).isNotInstanceOf(Open.class));
		}
	}

	@Property(tries = 2000)
	void knowingLessNeverAllowsMore(@ForAll("moments") Instant now, @ForAll("places") Whereabouts recipient) {
		var hours = new QuietHours(StateHours.standard(), QuietWindow.STANDARD);
		var vaguer = new Whereabouts(List.of(recipient.places().getFirst(), new Place.Unknown()));
		if (hours.at(now, vaguer) instanceof Open) {
			assertThat(hours.at(now, new Whereabouts(List.of(recipient.places().getFirst())))).isInstanceOf(Open.class);
		}
	}

	private static void everyStep(Instant from, Instant until, Consumer<Instant> check) {
		for (var moment = from; moment.isBefore(until); moment = moment.plus(Duration.ofMinutes(11))) {
			check.accept(moment);
		}
	}

	/** Whether a text may go, read off every wall clock that counts. */
	static boolean allowed(Instant moment, Whereabouts recipient, QuietWindow window) {
		return recipient.places().stream().allMatch((place) -> allowed(moment, place, window));
	}

	private static boolean allowed(Instant moment, Place place, QuietWindow window) {
		var byOperator = place.zones().stream().allMatch((zone) -> allowed(moment.atZone(zone), window));
		return byOperator && switch (place) {
			case Place.Known known ->
				known.zones().stream().allMatch((zone) -> allowed(moment.atZone(zone), known.state()));
			case Place.Unknown unknown -> {
				var eastern = moment.atZone(ZoneId.of("America/New_York"));
				yield eastern.getDayOfWeek() != DayOfWeek.SUNDAY && between(eastern, 12, 20);
			}
		};
	}

	private static boolean allowed(ZonedDateTime local, QuietWindow window) {
		if (!window.enforced() || window.start() == window.end()) {
			return true;
		}
		return (window.start() < window.end()) ? !between(local, window.start(), window.end())
				: between(local, window.end(), window.start());
	}

	private static boolean allowed(ZonedDateTime local, UsState state) {
		var sunday = local.getDayOfWeek() == DayOfWeek.SUNDAY;
		if (sunday && NO_SUNDAYS.contains(state)) {
			return false;
		}
		if (HOLIDAYS.on(state, local.toLocalDate()).isPresent()) {
			return false;
		}
		return switch (state) {
			case FL, OK, WA, MD, MA, AL, LA, MS -> between(local, 8, 20);
			case TX -> between(local, sunday ? 12 : 9, 21);
			case CT, NV, PA, UT, SD, WY -> between(local, 9, 20);
			case KY -> between(local, 10, 21);
			case MI, MN, NM -> between(local, 9, 21);
			case RI -> between(local, 9, 18);
			default -> between(local, 8, 21);
		};
	}

	private static boolean between(ZonedDateTime local, int open, int close) {
		return local.getHour() >= open && local.getHour() < close;
	}

	@Provide
	Arbitrary<Instant> moments() {
		return Arbitraries.longs().between(0, Duration.ofDays(366).toSeconds()).map(YEAR::plusSeconds);
	}

	@Provide
	Arbitrary<QuietWindow> windows() {
		return Combinators
			.combine(Arbitraries.integers().between(0, 23), Arbitraries.integers().between(0, 23),
					Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(true)), Tuple.of(1, Arbitraries.just(false))))
			.as(QuietWindow::new);
	}

	@Provide
	Arbitrary<Whereabouts> places() {
		var zones = StateZones.standard();
		var known = Arbitraries.of(UsState.class).<Place>map((state) -> new Place.Known(state, zones.of(state)));
		var any = Arbitraries.frequencyOf(Tuple.of(9, known), Tuple.of(1, Arbitraries.just(new Place.Unknown())));
		return any.list().ofMinSize(1).ofMaxSize(4).map(Whereabouts::new);
	}

}
