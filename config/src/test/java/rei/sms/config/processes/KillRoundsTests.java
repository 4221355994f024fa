package rei.sms.config.processes;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two rounds of {@code kill -9} under load; {@code bench/kill-rounds} runs thirty. */
class KillRoundsTests {

	@Test
	void nothingIsSentTwiceLostOrStuckWhoeverIsKilled() {
		try (var rounds = new KillRounds(1, 3)) {
			assertThat(rounds.round()).isPositive();
			assertThat(rounds.round()).isPositive();
			var verdict = rounds.settle();
			assertThat(verdict).matches(KillRounds.Verdict::isClean);
			assertThat(verdict.taken()).isGreaterThan(40);
			assertThat(verdict.accepted()).isGreaterThan(5);
			assertThat(rounds.logged()).anyMatch((line) -> line.contains("sent as"));
			assertThat(rounds.indiscretions()).isEmpty();
		}
	}

}
