package rei.sms.config.sandbox;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;

import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;
import rei.sms.sandbox.Sandbox;
import rei.sms.sandbox.SandboxOptions;

/**
 * A trial run: what an operator did not set stands in for itself, and the clock shows a
 * time at which sellers may be texted.
 */
public final class Trial implements AutoCloseable {

	private final Sandbox database;

	private final ClockKeeper keeper;

	private final SandboxClock clock;

	private final Sandbox world;

	private final Settings settings;

	private boolean closed;

	private Trial(Sandbox database, ClockKeeper keeper, SandboxClock clock, Sandbox world, Settings settings) {
		this.database = database;
		this.keeper = keeper;
		this.clock = clock;
		this.world = world;
		this.settings = settings;
	}

	/** Starts whatever {@code given} leaves open, or joins the process that runs it. */
	public static Trial start(Settings given, Role role) {
		var gaps = new Gaps(given, role);
		var options = SandboxOptions.of(Path.of(given.find("SANDBOX_DIRECTORY").orElse(".sandbox")), Clock.systemUTC());
		var database = Sandbox.start(options.parts(gaps.database()));
		var settings = gaps.filled(database);
		try {
			var keeper = ClockKeeper.on(settings.database().orElseThrow());
			var clock = keeper.clock(given.find("SANDBOX_CLOCK").map(Instant::parse).orElse(null));
			var world = Sandbox.start(gaps.world(SandboxOptions.of(options.directory(), clock)));
			return new Trial(database, keeper, clock, world, gaps.filled(database, world));
		}
		catch (SQLException | RuntimeException ex) {
			database.close();
			throw (ex instanceof RuntimeException failure) ? failure : new IllegalStateException(ex);
		}
	}

	/** What was given, and for the rest what stands in. */
	public Settings settings() {
		return this.settings;
	}

	/** The trial's clock. */
	public Clock clock() {
		return this.clock;
	}

	Sandbox world() {
		return this.world;
	}

	/** Ends the trial, the database last; once is enough. */
	@Override
	public void close() {
		if (!this.closed) {
			this.closed = true;
			this.world.close();
			this.keeper.close();
			this.database.close();
		}
	}

}
