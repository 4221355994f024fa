package rei.sms.jobs.rules;

import java.util.List;
import java.util.stream.Stream;

/**
 * The operator's own quiet hours, local to the recipient; they may cross midnight.
 *
 * @param start the hour at which the quiet begins, 0 to 23
 * @param end the hour at which it ends, 0 to 23; equal to the start there is none
 * @param enforced whether they hold; the states' hours hold anyway
 */
public record QuietWindow(int start, int end, boolean enforced) {

	/** The seed's quiet hours: from 21 to 9. */
	public static final QuietWindow STANDARD = new QuietWindow(21, 9, true);

	public QuietWindow {
		if (start < 0 || start > 23 || end < 0 || end > 23) {
			throw new IllegalArgumentException("not hours of a day: " + start + " to " + end);
		}
	}

	/** The hours of a day that stay open, in their order. */
	List<HourRange> openHours() {
		if (!this.enforced || this.start == this.end) {
			return List.of(new HourRange(0, 24));
		}
		if (this.end < this.start) {
			return List.of(new HourRange(this.end, this.start));
		}
		return Stream.of(new int[] { 0, this.start }, new int[] { this.end, 24 })
			.filter((hours) -> hours[0] < hours[1])
			.map((hours) -> new HourRange(hours[0], hours[1]))
			.toList();
	}

}
