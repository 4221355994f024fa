package rei.sms.jobs.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A rate that counts segments over the last 60 seconds.
 *
 * @param used segments let through in that minute
 * @param limit segments that one minute may hold
 * @param adding segments of the text that asks
 * @param roomAt when there will be room for it, none when its segments alone are too many
 */
public record RollingMinute(int used, int limit, int adding, Optional<Instant> roomAt) {

	private static final int SECONDS = 60;

	/**
	 * Reads a rate from its segments by epoch second.
	 * @param bySecond segments by epoch second; those older than a minute do not count
	 */
	public static RollingMinute of(Map<Long, Integer> bySecond, int limit, int adding, Instant now) {
		var counted = new TreeMap<>(bySecond).tailMap(now.getEpochSecond() - SECONDS, false);
		int used = counted.values().stream().mapToInt(Integer::intValue).sum();
		int over = used + adding - limit;
		if (over <= 0) {
			return new RollingMinute(used, limit, adding, Optional.of(now));
		}
		for (var second : counted.entrySet()) {
			over -= second.getValue();
			if (over <= 0) {
				return new RollingMinute(used, limit, adding, Optional.of(leaves(second.getKey())));
			}
		}
		return new RollingMinute(used, limit, adding, Optional.empty());
	}

	/** Whether the text fits in now. */
	boolean hasRoom() {
		return this.used + this.adding <= this.limit;
	}

	private static Instant leaves(long second) {
		return Instant.ofEpochSecond(second + SECONDS);
	}

}
