package rei.sms.ops.today;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the hours of a figure: bars for today, a line for the usual day. */
public final class HourChart {

	private static final int HOURS = 24;

	private static final double STEP = 24;

	private static final double HEIGHT = 96;

	private final Figure figure;

	private final double most;

	HourChart(Figure figure) {
		this.figure = figure;
		this.most = Stream.concat(figure.hours().stream().map(Long::doubleValue), figure.usualHours().stream())
			.mapToDouble(Double::doubleValue)
			.max()
			.orElse(0);
	}

	/** Whether there is anything to draw. */
	public boolean isDrawn() {
		return this.most > 0;
	}

	/** Whether there are usual days to compare with. */
	public boolean isCompared() {
		return this.figure.usualHours().stream().anyMatch((texts) -> texts > 0);
	}

	/** The bars of today. */
	public List<Bar> bars() {
		return IntStream.range(0, this.figure.hours().size())
			.filter((hour) -> this.figure.hours().get(hour) > 0)
			.mapToObj((hour) -> bar(hour, this.figure.hours().get(hour)))
			.toList();
	}

	/** The usual day's line. */
	public String line() {
		return IntStream.range(0, HOURS)
			.mapToObj((hour) -> number(hour * STEP + STEP / 2) + ","
					+ number(HEIGHT - scaled(this.figure.usualHours().get(hour))))
			.collect(Collectors.joining(" "));
	}

	private Bar bar(int hour, long count) {
		var height = Math.max(2, scaled((double) count));
		return new Bar(number(hour * STEP + 3), number(HEIGHT - height), number(height), hour + ":00 – " + count);
	}

	private double scaled(double count) {
		return (this.most > 0) ? count / this.most * (HEIGHT - 4) : 0;
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	/** One bar. */
	public record Bar(String x, String y, String height, String title) {
	}

}
