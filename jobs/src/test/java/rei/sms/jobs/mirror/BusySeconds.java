package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.function.LongSupplier;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures how much of a base's limit is used while more rows wait than a second takes.
 */
final class BusySeconds {

	private static final int LIMIT = 5;

	private static final int BACKLOG = 100;

	private final JdbcClient jdbc;

	private final LongSupplier calls;

	private long begun;

	private long last;

	private long used;

	private long nanos;

	BusySeconds(JdbcClient jdbc, LongSupplier calls) {
		this.jdbc = jdbc;
		this.calls = calls;
	}

	/** Looks once a second. */
	void sample() {
		var busy = this.jdbc.sql("""
				SELECT count(*) > :backlog FROM conversation
				WHERE version > mirrored_version AND mirror_due <= clock_timestamp()
				""").param("backlog", BACKLOG).query(Boolean.class).single();
		var now = System.nanoTime();
		var made = this.calls.getAsLong();
		if (this.begun > 0) {
			this.nanos += now - this.begun;
			this.used += made - this.last;
		}
		this.begun = busy ? now : 0;
		this.last = made;
		MirrorBench.pause(Duration.ofSeconds(1));
	}

	long seconds() {
		return Duration.ofNanos(this.nanos).toSeconds();
	}

	/** The share of the limit that was used. */
	double used() {
		return this.used / (this.nanos / 1e9) / LIMIT;
	}

}
