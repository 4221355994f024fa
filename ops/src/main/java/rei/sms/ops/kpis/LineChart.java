package rei.sms.ops.kpis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws one metric over the windows, oldest left. */
public final class LineChart {

	private static final double WIDTH = 560;

	private static final double HEIGHT = 120;

	private static final double LEFT = 44;

	private final List<KpiRow> rows;

	private final String metric;

	private final double most;

	LineChart(List<KpiRow> latestFirst, String metric) {
		this.rows = latestFirst.reversed().stream().filter((row) -> isTold(row, metric)).toList();
		this.metric = metric;
		this.most = nice(this.rows.stream().mapToDouble(this::value).max().orElse(0));
	}

	/** What is drawn. */
	public String metric() {
		return this.metric;
	}

	/** In words. */
	public String name() {
		return switch (this.metric) {
			case "TOTAL_SENT" -> "Texts sent";
			case "RESPONSES" -> "Replies";
			case "OPTOUT_RATE" -> "Opt-outs in percent";
			case "DELIVERY_RATE" -> "Delivered in percent";
			default -> this.metric;
		};
	}

	/** The line. */
	public String line() {
		return points().stream().map((point) -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
	}

	/** Each window's point. */
	public List<Point> points() {
		var step = WIDTH / Math.max(1, this.rows.size() - 1);
		return IntStream.range(0, this.rows.size())
			.mapToObj((at) -> new Point(number(LEFT + at * step),
					number(HEIGHT - value(this.rows.get(at)) / this.most * (HEIGHT - 8)),
					this.rows.get(at).start() + ": " + text(value(this.rows.get(at)))))
			.toList();
	}

	/** The top of the scale. */
	public String top() {
		return text(this.most);
	}

	/** The first window. */
	public String first() {
		return this.rows.isEmpty() ? "" : this.rows.getFirst().start().toString();
	}

	/** The last window. */
	public String last() {
		return this.rows.isEmpty() ? "" : this.rows.getLast().start().toString();
	}

	/** Where nothing was sent, no share of it is 0. */
	private static boolean isTold(KpiRow row, String metric) {
		var sent = row.value("TOTAL_SENT");
		return !metric.endsWith("_RATE") || (sent != null && sent.signum() > 0);
	}

	private double value(KpiRow row) {
		var value = row.value(this.metric);
		return ((value != null) ? value : BigDecimal.ZERO).doubleValue();
	}

	private static double nice(double most) {
		if (most <= 0) {
			return 1;
		}
		var power = Math.pow(10, Math.floor(Math.log10(most)));
		return Math.ceil(most / power * 2) / 2 * power;
	}

	private static String text(double value) {
		return (value == Math.rint(value)) ? String.format(Locale.US, "%,d", (long) value)
				: String.format(Locale.US, "%,.1f", value);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

	/** One window's point. */
	public record Point(String x, String y, String title) {
	}

}
