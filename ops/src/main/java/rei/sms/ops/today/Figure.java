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

	private static final int FEW = 5;

	/** How it compares with the usual, in words. */
	public String compared() {
		if (this.usual == 0) {
			return "no usual day to compare with yet";
		}
		var more = this.now - this.usual;
		if (Math.abs(more) < Math.max(1, this.usual / 20)) {
			return "as usual";
		}
		return amount(Math.abs(more)) + ((more > 0) ? " more" : " fewer") + " than usual";
	}

	/** Of few, a share says little. */
	private String amount(double more) {
		return (this.usual < FEW) ? String.valueOf(Math.round(more))
				: String.format(Locale.US, "%.0f %%", 100 * more / this.usual);
	}

	/** The usual, rounded. */
	public long usually() {
		return Math.round(this.usual);
	}

}
