package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StallsTests {

	private final Stalls stalls = new Stalls();

	@Test
	void whereThreadsRunInTimeCallsKeepTheirDistance() {
		assertThat(left(1)).isEmpty();
		assertThat(left(4)).isEmpty();
	}

	@Test
	void whatTheDistanceAllowsForCountsFromTheDeparture() {
		assertThat(left(14)).contains(Duration.ZERO);
		assertThat(this.stalls.areRecent()).isTrue();
	}

	@Test
	void afterAStallTheyKeepMoreUntilItIsForgotten() {
		assertThat(left(40)).contains(Duration.ofMillis(25));
		assertThat(left(0)).contains(Duration.ofMillis(23));
		for (int i = 0; i < 50; i++) {
			left(0);
		}
		assertThat(left(0)).isEmpty();
	}

	@Test
	void aLongStallIsNoReasonToStopForLong() {
		assertThat(left(60_000)).contains(Duration.ofMillis(85));
	}

	private Optional<Duration> left(long late) {
		return this.stalls.left(TimeUnit.MILLISECONDS.toNanos(late));
	}

}
