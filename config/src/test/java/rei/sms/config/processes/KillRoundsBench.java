package rei.sms.config.processes;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Many rounds of {@code kill -9} under load; {@code bench/kill-rounds} runs it. */
class KillRoundsBench {

	@Test
	void nothingIsSentTwiceLostOrStuck() {
		int count = Bench.number("BENCH_ROUNDS", 30);
		int seed = Bench.number("BENCH_SEED", 1);
		int kills = 0;
		try (var rounds = new KillRounds(2, seed)) {
			for (int n = 1; n <= count; n++) {
				int victims = rounds.round();
				kills += victims;
				System.out.printf("round %d: %d killed%n", n, victims);
			}
			var verdict = rounds.settle();
			System.out.printf(
					"MEASURED seed %d: %d rounds, %d kills, %d texts taken, %d sellers' texts accepted: "
							+ "%d twice, %d lost, %d stuck, %d unaccounted for, %d before a person%n",
					seed, count, kills, verdict.taken(), verdict.accepted(), verdict.twice(), verdict.lost(),
					verdict.stuck(), verdict.unknown(), verdict.persons());
			assertThat(verdict).matches(KillRounds.Verdict::isClean);
		}
	}

}
