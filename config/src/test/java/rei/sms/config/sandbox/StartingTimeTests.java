package rei.sms.config.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rei.sms.config.sandbox.StartingTime.Before;

import static org.assertj.core.api.Assertions.assertThat;

class StartingTimeTests {

	private static final Instant TUESDAY = Instant.parse("2026-03-03T09:00:00Z");

	private static final Instant ASKED = Instant.parse("2026-03-02T18:00:00Z");

	@ParameterizedTest
	@CsvSource(textBlock = """
			2026-03-03T09:00:00Z, 2026-03-03T18:00:00Z
			2026-03-03T18:00:00Z, 2026-03-04T18:00:00Z
			2026-03-06T20:00:00Z, 2026-03-09T17:00:00Z
			2026-03-07T12:00:00Z, 2026-03-09T17:00:00Z
			2026-07-01T03:00:00Z, 2026-07-01T17:00:00Z
			""")
	void startsAtNoonOfTheNextWeekdayInChicago(Instant now, Instant start) {
		assertThat(now.plus(StartingTime.offset(now, null, Optional.empty()))).isEqualTo(start);
	}

	@Test
	void startsWhereItWasAsked() {
		assertThat(TUESDAY.plus(StartingTime.offset(TUESDAY, ASKED, Optional.empty()))).isEqualTo(ASKED);
	}

	@Test
	void trialOfOfficeHoursGoesOn() {
		var before = new Before(Duration.ofHours(10), null);
		assertThat(StartingTime.offset(TUESDAY, null, Optional.of(before))).isEqualTo(before.offset());
	}

	@Test
	void trialThatRanIntoTheNightStartsAtTheNextNoonAfterIt() {
		var before = new Before(Duration.ofHours(40), null);
		assertThat(TUESDAY.plus(StartingTime.offset(TUESDAY, null, Optional.of(before))))
			.isEqualTo(Instant.parse("2026-03-05T18:00:00Z"));
	}

	@Test
	void askedAgainForTheSameInstantGoesOnFromThere() {
		var before = new Before(Duration.between(TUESDAY.minusSeconds(60), ASKED), ASKED);
		assertThat(TUESDAY.plus(StartingTime.offset(TUESDAY, ASKED, Optional.of(before))))
			.isEqualTo(ASKED.plusSeconds(60));
	}

	@Test
	void askedForAnotherInstantStartsThere() {
		var before = new Before(Duration.between(TUESDAY, ASKED), ASKED);
		var other = ASKED.plusSeconds(7200);
		assertThat(TUESDAY.plus(StartingTime.offset(TUESDAY, other, Optional.of(before)))).isEqualTo(other);
	}

}
