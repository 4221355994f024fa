package rei.sms.config.processes;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many rounds of sellers who say STOP to four workers; {@code bench/stop-race} runs it.
 */
class StopRaceBench {

	private static final int SELLERS = 200;

	private static final int WORKERS = 4;

	@Test
	void noCallBeginsAfterAnyStop() {
		int sent = 0;
		int rounds = Bench.number("BENCH_ROUNDS", 20);
		try (var race = new StopRace(WORKERS, Bench.number("BENCH_SEED", 1))) {
			for (int n = 1; n <= rounds; n++) {
				var round = race.run(SELLERS);
				sent += round.sent();
				System.out.printf("round %d: %d stops acknowledged, %d texts went before, %d began after%n", n,
						round.acknowledged(), round.sent(), round.late().size());
				assertThat(round.acknowledged()).isEqualTo(SELLERS);
				assertThat(round.late()).isEmpty();
			}
		}
		System.out.printf(
				"MEASURED %d rounds, %d workers: %d stops, %d texts went before theirs, 0 calls began after%n", rounds,
				WORKERS, rounds * SELLERS, sent);
		assertThat(sent).isPositive();
	}

}
