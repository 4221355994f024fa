package rei.sms.ops.today;

import java.util.List;
import java.util.Locale;

/**
 * One figure of today, against the same time of other days.
 *
 * @param name what is counted
 * @param now since midnight
 * @param yesterday by this time yesterday
 * @param usual the mean of the last four such weekdays by this time
 * @param hours each hour of today so far
 * @param usualHours the same hours on those weekdays, to the day's end
 */
public record Figure(String name, long now, long yesterday, double usual, List<Long> hours, List<Double> usualHours) {

	/** How it compares with the usual, in words. */
	public String compared() {
		if (this.usual < 1) {
			return "no usual day to compare with yet";
		}
		var change = 100 * (this.now - this.usual) / this.usual;
		return (Math.abs(change) < 5) ? "as usual"
				: String.format(Locale.US, "%.0f %% %s than usual", Math.abs(change), (change > 0) ? "more" : "fewer");
	}

	/** The usual, rounded. */
	public long usually() {
		return Math.round(this.usual);
	}

}
