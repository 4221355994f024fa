package rei.sms.jobs.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long a text waits after a passing failure: 1, 5, then 30 minutes, with jitter. */
public final class Backoff {

	private static final List<Duration> STEPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
			Duration.ofMinutes(30));

	private static final double JITTER = 0.2;

	private Backoff() {
	}

	/**
	 * The wait before the next attempt, never shorter than its step nor than the provider
	 * asked for.
	 * @param attempts the attempts made so far, from 1
	 * @param random a random value from 0 to 1, which adds up to a fifth
	 * @param retryAfter what the provider asked for
	 */
	public static Duration after(int attempts, double random, Optional<Duration> retryAfter) {
		var step = STEPS.get(Math.clamp(attempts - 1L, 0, STEPS.size() - 1));
		var wait = retryAfter.filter((asked) -> asked.compareTo(step) > 0).orElse(step);
		return wait.plusMillis(Math.round(step.toMillis() * JITTER * random));
	}

}
