package rei.sms.jobs.rules;

/**
 * A share that was counted, as the Wilson interval at 95 % sees it: few texts say little.
 *
 * @param low at least this share
 * @param high at most this share
 */
public record Share(double low, double high) {

	private static final double Z = 1.959963984540054;

	/**
	 * The interval of {@code part} out of {@code all}; of nothing anything may be true.
	 */
	public static Share of(int part, int all) {
		if (part < 0 || part > all) {
			throw new IllegalArgumentException(part + " is no part of " + all);
		}
		if (all == 0) {
			return new Share(0, 1);
		}
		double share = (double) part / all;
		double z2 = Z * Z / all;
		double centre = share + z2 / 2;
		double spread = Z * Math.sqrt(share * (1 - share) / all + z2 / (4 * all));
		return new Share(Math.clamp((centre - spread) / (1 + z2), 0, share),
				Math.clamp((centre + spread) / (1 + z2), share, 1));
	}

	/** Whether the share is surely above a threshold. */
	boolean isAbove(double threshold) {
		return this.low > threshold;
	}

	/** Whether the share is surely below a threshold. */
	boolean isBelow(double threshold) {
		return this.high < threshold;
	}

}
