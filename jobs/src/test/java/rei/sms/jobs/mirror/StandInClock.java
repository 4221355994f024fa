package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** The stand-in's clock, which follows the engine's once there is one. */
final class StandInClock extends Clock {

	private final AtomicReference<Clock> clock = new AtomicReference<>(Clock.systemUTC());

	void follow(Clock other) {
		this.clock.set(other);
	}

	@Override
	public Instant instant() {
		return this.clock.get().instant();
	}

	@Override
	public ZoneId getZone() {
		return this.clock.get().getZone();
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this.clock.get().withZone(zone);
	}

}
