package rei.sms.sandbox.http;

import java.time.Duration;

/** A vendor's stand-in: each is reached, slowed, broken and watched in the same way. */
public abstract class StandIn implements AutoCloseable {

	/**
	 * What answers for it.
	 */
	protected abstract StandInServer server();

	/**
	 * Scheme, host and port.
	 */
	public String url() {
		return server().url();
	}

	/**
	 * What goes wrong from now on.
	 */
	public final Faults faults() {
		return server().faults();
	}

	/**
	 * What was asked so far.
	 */
	public final RequestLog log() {
		return server().log();
	}

	/**
	 * Every answer takes at least this long from now on.
	 */
	public final void latency(Duration latency) {
		server().latency(latency);
	}

	@Override
	public void close() {
		server().close();
	}

}
