package rei.sms.ops.pages;

/**
 * How far a campaign is with its list; what it writes to sellers who answer is no part of
 * that.
 *
 * @param chosen sellers whom it texts
 * @param queued those of them whose text has not gone yet
 * @param open prospects of its list that are not planned yet
 */
public record Headway(long chosen, long queued, long open) {

	/** Sellers whose turn has come. */
	public long done() {
		return Math.max(0, this.chosen - this.queued);
	}

	/** All whom it texts or may text yet. */
	public long listed() {
		return this.chosen + this.open;
	}

	/** How far it is, in percent. */
	public long percent() {
		return (listed() > 0) ? 100 * done() / listed() : 0;
	}

}
