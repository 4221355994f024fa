package rei.sms.jobs.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import rei.sms.jobs.rules.TextingTime.Closed;
import rei.sms.jobs.rules.TextingTime.Never;
import rei.sms.jobs.rules.TextingTime.Open;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A whole year in every state and each of its zones, with the days on which clocks
 * change: each edge, and every few minutes between, held against the table.
 */
class QuietHoursYearTests {

	private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

	private static final Instant END = BEGIN.plus(Duration.ofDays(366));

	private static final Duration STEP = Duration.ofMinutes(10);

	private static final QuietWindow NONE = new QuietWindow(21, 9, false);

	@ParameterizedTest
	@MethodSource("places")
	void yearIsWhatTheTableSays(UsState state, ZoneId zone) {
		var recipient = new Whereabouts(List.of(new Place.Known(state, List.of(zone))));
		var hours = new QuietHours(StateHours.standard(), NONE);
		int windows = 0;
		for (var now = BEGIN; now.isBefore(END);) {
			now = switch (hours.at(now, recipient)) {
				case Open open -> {
					windows++;
					yield checked(now, open.until(), recipient, true);
				}
				case Closed closed -> checked(now, closed.opens(), recipient, false);
				case Never never -> throw new AssertionError(state + " never opens: " + never.cause());
			};
		}
		assertThat(windows).isGreaterThan(290);
	}

	private static Instant checked(Instant from, Instant until, Whereabouts recipient, boolean allowed) {
		for (var moment = from; moment.isBefore(until); moment = moment.plus(STEP)) {
			if (QuietHoursPropertyTests.allowed(moment, recipient, NONE) != allowed) {
				throw new AssertionError(recipient + " at " + moment + " must be " + (allowed ? "open" : "closed"));
			}
		}
		var last = until.minusMillis(1);
		assertThat(QuietHoursPropertyTests.allowed(last, recipient, NONE)).as("%s at %s", recipient, last)
			.isEqualTo(allowed);
		return until;
	}

	private static Stream<Arguments> places() {
		return Stream.of(UsState.values())
			.flatMap((state) -> StateZones.standard().of(state).stream().map((zone) -> Arguments.of(state, zone)));
	}

}
