package rei.sms.jobs.ai;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BreakerTests {

	private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T18:00:00Z"));

	private final Breaker breaker = new Breaker(this.now::get);

	@Test
	void admitsUntilTheThirdFailureInARow() {
		fail(2);
		this.breaker.succeeded();
		fail(2);
		assertThat(this.breaker.admits()).isTrue();
		fail(1);
		assertThat(this.breaker.admits()).isFalse();
	}

	@Test
	void admitsOneQuestionAfterAWhile() {
		fail(3);
		pass(Duration.ofSeconds(15));
		assertThat(this.breaker.admits()).isTrue();
		assertThat(this.breaker.admits()).isFalse();
		this.breaker.succeeded();
		assertThat(this.breaker.admits()).isTrue();
	}

	@Test
	void waitsTwiceAsLongAfterEachFailedTrialButNotForEver() {
		fail(4);
		pass(Duration.ofSeconds(29));
		assertThat(this.breaker.admits()).isFalse();
		pass(Duration.ofSeconds(1));
		assertThat(this.breaker.admits()).isTrue();
		fail(50);
		pass(Duration.ofMinutes(8));
		assertThat(this.breaker.admits()).isTrue();
	}

	@Test
	void restsForAsLongAsTheModelAsked() {
		this.breaker.rest(Duration.ofSeconds(5));
		assertThat(this.breaker.admits()).isFalse();
		pass(Duration.ofSeconds(5));
		assertThat(this.breaker.admits()).isTrue();
	}

	@Test
	void restsAlthoughAnEarlierQuestionIsAnswered() {
		this.breaker.rest(Duration.ofSeconds(5));
		this.breaker.succeeded();
		assertThat(this.breaker.rests()).isTrue();
	}

	@Test
	void leavesARefusingModelAloneForLong() {
		this.breaker.refused();
		pass(Duration.ofMinutes(7));
		assertThat(this.breaker.admits()).isFalse();
	}

	private void fail(int times) {
		for (int i = 0; i < times; i++) {
			this.breaker.failed();
		}
	}

	private void pass(Duration time) {
		this.now.updateAndGet((instant) -> instant.plus(time));
	}

}
