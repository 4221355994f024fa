package rei.sms.config.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Runs as fast as the machine's clock, at another time of the day.
 */
final class SandboxClock extends Clock {

	private final Duration offset;

	private final ZoneId zone;

	private SandboxClock(Duration offset, ZoneId zone) {
		this.offset = offset;
		this.zone = zone;
	}

	SandboxClock(Duration offset) {
		this(offset, ZoneOffset.UTC);
	}

	Duration offset() {
		return this.offset;
	}

	@Override
	public ZoneId getZone() {
		return this.zone;
	}

	@Override
	public Clock withZone(ZoneId other) {
		return new SandboxClock(this.offset, other);
	}

	@Override
	public Instant instant() {
		return Clock.systemUTC().instant().plus(this.offset);
	}

}
