package rei.sms.jobs.rules;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The last values that are allowed and the first that are not. */
class EdgesTests {

	@ParameterizedTest
	@CsvSource({ "0, 24", "0, 1", "23, 24", "9, 21" })
	void hoursOfADay(int open, int close) {
		var hours = HourRange.parse(String.valueOf(open), String.valueOf(close));
		assertThat(hours).isEqualTo(new HourRange(open, close));
		var zone = ZoneId.of("America/Chicago");
		var day = LocalDate.of(2026, 11, 23);
		assertThat(Duration.between(hours.opensOn(day, zone), hours.closesOn(day, zone)).toHours())
			.isEqualTo(close - open);
	}

	@ParameterizedTest
	@CsvSource({ "-1, 5", "5, 5", "6, 5", "0, 25", "24, 25" })
	void noHoursOfADay(int open, int close) {
		assertThatIllegalArgumentException().isThrownBy(() -> new HourRange(open, close));
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, [00-24]", "23, 0, [00-23]", "0, 23, [23-24]", "1, 23, '[00-01, 23-24]'", "23, 22, [22-23]" })
	void quietHours(int start, int end, String open) {
		assertThat(new QuietWindow(start, end, true).openHours()).hasToString(open);
	}

	@ParameterizedTest
	@CsvSource({ "-1, 9", "24, 9", "21, -1", "21, 24" })
	void noQuietHours(int start, int end) {
		assertThatIllegalArgumentException().isThrownBy(() -> new QuietWindow(start, end, true));
	}

	@ParameterizedTest
	@CsvSource({ "59, 60", "60, 60", "61, 61" })
	void theProvidersWaitIsTakenWhenItIsLonger(int asked, int waited) {
		assertThat(Backoff.after(1, 0, Optional.of(Duration.ofSeconds(asked)))).hasSeconds(waited);
	}

	@ParameterizedTest
	@CsvSource({ "TX, Texas", "DC, District of Columbia", "GU, Guam" })
	void aStateHasTwoNames(UsState state, String name) {
		assertThat(state.names()).containsExactly(state.name(), name);
		assertThat(UsState.parse(name)).contains(state);
	}

	@ParameterizedTest
	@CsvSource({ "5, 100, 0.05, false, false", "0, 0, 0.0, false, false", "0, 0, 1.0, false, false",
			"100, 100, 0.9, true, false", "0, 100, 0.1, false, true" })
	void aShareIsPastAThresholdOnlyWhenAllOfItIs(int part, int all, double threshold, boolean above, boolean below) {
		assertThat(Share.of(part, all).isAbove(threshold)).isEqualTo(above);
		assertThat(Share.of(part, all).isBelow(threshold)).isEqualTo(below);
	}

	@Test
	void aShareThatTouchesAThresholdIsNotPastIt() {
		var share = new Share(0.25, 0.5);
		assertThat(share.isAbove(0.25)).isFalse();
		assertThat(share.isAbove(0.2499)).isTrue();
		assertThat(share.isBelow(0.5)).isFalse();
		assertThat(share.isBelow(0.5001)).isTrue();
	}

}
