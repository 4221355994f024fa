package rei.sms.jobs.ai;

/**
 * One message of a thread.
 *
 * @param ours whether we wrote it
 */
public record Line(boolean ours, String text) {

	/** A message of the seller. */
	public static Line seller(String text) {
		return new Line(false, text);
	}

	/** A message of ours. */
	public static Line ours(String text) {
		return new Line(true, text);
	}

	@Override
	public String toString() {
		return this.ours ? "Line[ours]" : "Line[seller]";
	}

}
