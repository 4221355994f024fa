package rei.sms.ops.numbers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import rei.sms.ops.pages.Interval;

/**
 * One of our numbers.
 *
 * @param limit what it may send on a local day
 * @param paused why it is paused, or null
 * @param days the last days, oldest first
 */
public record NumberView(String phone, @Nullable String market, boolean active, long today, long limit,
		@Nullable String paused, List<Day> days) {

	private static final double WIDTH = 140;

	private static final double HEIGHT = 28;

	/** What happened with it on one day. */
	public record Day(long sent, long delivered, long failed, long replies, long optOuts) {

		Day plus(Day other) {
			return new Day(this.sent + other.sent, this.delivered + other.delivered, this.failed + other.failed,
					this.replies + other.replies, this.optOuts + other.optOuts);
		}

	}

	/** All days together. */
	public Day all() {
		return this.days.stream().reduce(new Day(0, 0, 0, 0, 0), Day::plus);
	}

	/** Delivered of what was sent and is settled. */
	public @Nullable Double deliveryRate() {
		var all = all();
		return share(all.delivered(), all.delivered() + all.failed());
	}

	/** Opt-outs of what was sent. */
	public @Nullable Double optOutRate() {
		return share(all().optOuts(), all().sent());
	}

	/** Whether surely too few arrive or too many opt out: few texts say little. */
	public boolean isUnwell() {
		var all = all();
		return (all.sent() > 0 && new Interval(all.optOuts(), all.sent()).low() >= 0.025)
				|| (all.delivered() + all.failed() > 0
						&& new Interval(all.delivered(), all.delivered() + all.failed()).high() < 0.9);
	}

	/** The texts of each day as a line to draw. */
	public String line() {
		var most = Math.max(1, this.days.stream().mapToLong(Day::sent).max().orElse(1));
		var step = WIDTH / Math.max(1, this.days.size() - 1);
		return IntStream.range(0, this.days.size())
			.mapToObj((day) -> String.format(Locale.ROOT, "%.1f,%.1f", day * step,
					HEIGHT - 2 - (HEIGHT - 4) * this.days.get(day).sent() / most))
			.collect(Collectors.joining(" "));
	}

	private static @Nullable Double share(long part, long all) {
		return (all > 0) ? (double) part / all : null;
	}

}
