package rei.sms.jobs.airtable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StallsTests {

	private final Stalls stalls = new Stalls();

	@Test
	void whereThreadsRunInTimeCallsKeepTheirDistance() {
		assertThat(left(1)).isZero();
		assertThat(left(4)).isZero();
	}

	@Test
	void afterAStallTheyKeepMoreUntilItIsForgotten() {
		assertThat(left(40)).isEqualTo(Duration.ofMillis(40));
		assertThat(left(0)).isEqualTo(Duration.ofMillis(38));
		for (int i = 0; i < 50; i++) {
			left(0);
		}
		assertThat(left(0)).isZero();
	}

	@Test
	void aLongStallIsNoReasonToStopForLong() {
		assertThat(left(60_000)).isEqualTo(Duration.ofMillis(100));
	}

	private Duration left(long late) {
		return this.stalls.left(TimeUnit.MILLISECONDS.toNanos(late));
	}

}
