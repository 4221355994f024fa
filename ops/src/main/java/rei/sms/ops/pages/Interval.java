package rei.sms.ops.pages;

import java.util.Locale;

/**
 * A share that was counted, with what so few or so many can tell of it: Wilson's interval
 * at 95 %.
 */
public record Interval(long part, long all) {

	private static final double Z = 1.959963984540054;

	/**
	 * The share in percent and its interval, or a dash where there is nothing to count.
	 */
	public String words() {
		return (this.all <= 0) ? "–" : String.format(Locale.US, "%.1f %% (%.1f–%.1f)",
				100.0 * Math.min(this.part, this.all) / this.all, 100 * low(), 100 * high());
	}

	/** At least this share. */
	public double low() {
		return Math.max(0, centre() - spread());
	}

	/** At most this share. */
	public double high() {
		return Math.min(1, centre() + spread());
	}

	private double centre() {
		return (share() + Z * Z / (2 * this.all)) / (1 + Z * Z / this.all);
	}

	private double spread() {
		var share = share();
		return Z * Math.sqrt(share * (1 - share) / this.all + Z * Z / (4.0 * this.all * this.all))
				/ (1 + Z * Z / this.all);
	}

	private double share() {
		return (double) Math.min(this.part, this.all) / this.all;
	}

}
