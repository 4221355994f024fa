package rei.sms.jobs.http;

import java.util.function.BooleanSupplier;

/**
 * What is to be done at the last moments before a request is on its way.
 *
 * @param connected runs once the connection stands and before a byte is written; may wait
 * and may refuse by throwing one of the two failures
 * @param fence is asked before the last byte is written; when it answers {@code false}
 * the vendor never has the whole request
 */
public record Departure(Runnable connected, BooleanSupplier fence) {

	/** Nothing to wait for. */
	public static final Departure AT_ONCE = new Departure(() -> {
	}, () -> true);

	/** Waits for {@code connected} and then goes. */
	public static Departure after(Runnable connected) {
		return new Departure(connected, AT_ONCE.fence);
	}

	/** Goes unless {@code fence} is closed at the last moment. */
	public static Departure unless(BooleanSupplier fence) {
		return new Departure(AT_ONCE.connected, fence);
	}

}
