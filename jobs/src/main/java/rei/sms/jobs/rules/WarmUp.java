package rei.sms.jobs.rules;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many texts a new number may send a day, until it may send its full limit. */
public final class WarmUp {

	/** Day of service on which a step begins, and its texts a day. */
	private static final NavigableMap<Integer, Integer> STEPS = new TreeMap<>(
			Map.of(1, 50, 3, 100, 5, 200, 8, 350, 11, 500));

	private static final int LAST_DAY = 14;

	private WarmUp() {
	}

	/**
	 * The limit of one day.
	 * @param day the number's day of service, from 1
	 * @param fullLimit what it may send when it is warm
	 */
	public static int limit(int day, int fullLimit) {
		if (day > LAST_DAY) {
			return fullLimit;
		}
		return Math.min(fullLimit, STEPS.floorEntry(Math.max(1, day)).getValue());
	}

}
