package rei.sms.config.processes;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A small race of STOPs with two workers; {@code bench/stop-race} runs the large one. */
class StopRaceTests {

	private static final int SELLERS = 80;

	@Test
	void noCallBeginsInAnyProcessAfterTheStopWasAcknowledged() {
		try (var race = new StopRace(2, 1)) {
			var round = race.run(SELLERS);
			assertThat(round.acknowledged()).isEqualTo(SELLERS);
			assertThat(round.sent()).isBetween(1, SELLERS);
			assertThat(round.late()).isEmpty();
		}
	}

}
