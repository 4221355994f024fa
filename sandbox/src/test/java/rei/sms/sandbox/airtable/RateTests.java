package rei.sms.sandbox.airtable;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RateTests {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final Rate rate = new Rate(Limits.AIRTABLE);

	@Test
	void fiveCallsInAnySecondAreTaken() {
		for (int i = 0; i < 50; i++) {
			this.rate.admit(i * SECOND / 5);
		}
		assertThat(this.rate.calls()).isEqualTo(50);
		assertThat(this.rate.refused()).isZero();
	}

	@Test
	void theSixthRestsTheBaseForHalfAMinute() {
		for (int i = 0; i < 5; i++) {
			this.rate.admit(i);
		}
		refused(SECOND - 1);
		refused(2 * SECOND);
		refused(30 * SECOND);
		this.rate.admit(31 * SECOND);
		assertThat(this.rate.refused()).isEqualTo(3);
	}

	@Test
	void spentBudgetRefusesWithItsOwnWord() {
		this.rate.limits(new Limits(0, Duration.ZERO, 1, Duration.ZERO));
		this.rate.admit(0);
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> this.rate.admit(1))
			.withMessageContaining("PUBLIC_API_BILLING_LIMIT_EXCEEDED");
	}

	private void refused(long nanos) {
		assertThatExceptionOfType(ApiError.class).isThrownBy(() -> this.rate.admit(nanos))
			.withMessageStartingWith("{\"errors\":[{\"error\":\"RATE_LIMIT_REACHED\"");
	}

}
