package rei.sms.jobs.ai;

/** One message of a thread. */
public record Line(Speaker speaker, String text) {

	/** Whose words they are. */
	public enum Speaker {

		/** A seller's: quoted to a model, never addressed to it. */
		SELLER,
		/** Ours, as they went out. */
		US,
		/** Ours, not gone out: what a model is to look over. */
		DRAFT

	}

	/** A message of the seller. */
	public static Line seller(String text) {
		return new Line(Speaker.SELLER, text);
	}

	/** A message of ours. */
	public static Line ours(String text) {
		return new Line(Speaker.US, text);
	}

	/** A message that has not gone out. */
	public static Line draft(String text) {
		return new Line(Speaker.DRAFT, text);
	}

	@Override
	public String toString() {
		return "Line[" + this.speaker + "]";
	}

}
