package rei.sms.jobs.http;

import java.util.function.BooleanSupplier;

/**
 * What is to be done at the last moments before a request is on its way.
 *
 * @param connected runs once the connection stands and before a byte is written; may wait
 * and may refuse by throwing one of the two failures
 * @param fence is asked before the last byte is written; when it answers {@code false}
 * the vendor never has the whole request
 * @param left runs when the last byte was written; must not fail
 */
public record Departure(Runnable connected, BooleanSupplier fence, Runnable left) {

	/** Nothing to wait for. */
	public static final Departure AT_ONCE = unless(() -> true);

	/** Goes unless {@code fence} is closed at the last moment. */
	public static Departure unless(BooleanSupplier fence) {
		return new Departure(Departure::nothing, fence, Departure::nothing);
	}

	/** Waits for its turn in {@code connected} and tells in {@code left} when it went. */
	public static Departure inTurn(Runnable connected, Runnable left) {
		return new Departure(connected, AT_ONCE.fence, left);
	}

	private static void nothing() {
	}

}
