package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalsTests {

	private final Arrivals arrivals = new Arrivals();

	@Test
	void theFirstCallsArriveWithTheirEnd() {
		for (int i = 0; i < 5; i++) {
			assertThat(this.arrivals.isCold()).isTrue();
			assertThat(ended(Duration.ofMillis(3))).contains(Duration.ZERO);
		}
		assertThat(this.arrivals.isCold()).isFalse();
	}

	@Test
	void coldCallsDoNotMakeSlowOnesUsual() {
		for (int i = 0; i < 5; i++) {
			ended(Duration.ofMillis((i == 3) ? 8 : 600));
		}
		assertThat(ended(Duration.ofMillis(60))).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "5, 6, false", "5, 30, false", "5, 45, true", "60, 85, false", "60, 120, true", "200, 215, false",
			"200, 250, true", "200, 500, true" })
	void aCallIsLateByWhatItsKindUsuallyTakes(long usual, long took, boolean late) {
		for (int i = 0; i < 40; i++) {
			ended(Duration.ofMillis(usual));
		}
		assertThat(ended(Duration.ofMillis(took)).isPresent()).isEqualTo(late);
	}

	@Test
	void whereAirtableIsNowSlowAndNowQuickOnlyAGreatDelayIsALateCall() {
		for (int i = 0; i < 40; i++) {
			ended(Duration.ofMillis((i % 2 == 0) ? 150 : 400));
		}
		assertThat(ended(Duration.ofMillis(600))).isEmpty();
		assertThat(ended(Duration.ofMillis(1500))).isPresent();
	}

	@Test
	void aLateCallArrivedBeforeItsEndByTheLeastThatACallTakes() {
		for (int i = 0; i < 40; i++) {
			ended(Duration.ofMillis(20));
		}
		assertThat(ended(Duration.ofMillis(90))).contains(Duration.ofMillis(20));
	}

	@Test
	void anOutageDoesNotChangeWhatIsUsual() {
		for (int i = 0; i < 40; i++) {
			ended(Duration.ofMillis(20));
		}
		ended(Duration.ofSeconds(30));
		assertThat(ended(Duration.ofMillis(90))).isPresent();
	}

	@Test
	void whatIsUsualFollowsAirtable() {
		for (int i = 0; i < 40; i++) {
			ended(Duration.ofMillis(20));
		}
		for (int i = 0; i < 120; i++) {
			ended(Duration.ofMillis(80));
		}
		assertThat(ended(Duration.ofMillis(90))).isEmpty();
	}

	@Test
	void whoseWorkGrewAtOnceIsUsualWithinSeconds() {
		assertThat(doubtful(10, 150)).isEqualTo(24);
		assertThat(this.arrivals.ended(Duration.ofMillis(150), true)).isEmpty();
	}

	@Test
	void aFewSlowCallsInARowDoNotPassForTheQuickest() {
		assertThat(doubtful(150, 200)).isGreaterThanOrEqualTo(20);
	}

	@Test
	void whereThreadsAreHeldUpNoDifferenceIsAirtablesWork() {
		for (int i = 0; i < 40; i++) {
			ended(Duration.ofMillis((i % 2 == 0) ? 150 : 250));
		}
		assertThat(ended(Duration.ofMillis(250))).isEmpty();
		assertThat(this.arrivals.ended(Duration.ofMillis(250), true)).isPresent();
		assertThat(this.arrivals.ended(Duration.ofMillis(170), true)).isEmpty();
	}

	/**
	 * How many slower calls in a row count since the quicker ones before, on a busy
	 * machine.
	 */
	private int doubtful(long before, long after) {
		for (int i = 0; i < 100; i++) {
			ended(Duration.ofMillis(before));
		}
		int doubtful = 0;
		while (this.arrivals.ended(Duration.ofMillis(after), true).equals(Optional.of(Duration.ofMillis(before)))) {
			doubtful++;
		}
		return doubtful;
	}

	private Optional<Duration> ended(Duration took) {
		return this.arrivals.ended(took, false);
	}

}
