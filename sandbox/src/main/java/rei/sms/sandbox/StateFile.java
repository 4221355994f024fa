package rei.sms.sandbox;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

/**
 * Writes a part's state down every two seconds while it changes, and at the end.
 */
final class StateFile implements AutoCloseable {

	private static final Duration EVERY = Duration.ofSeconds(2);

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sandbox-state").factory());

	private final PartFiles files;

	private final LongSupplier version;

	private final Supplier<JsonNode> save;

	private long saved = -1;

	private StateFile(PartFiles files, LongSupplier version, Supplier<JsonNode> save) {
		this.files = files;
		this.version = version;
		this.save = save;
	}

	static StateFile keep(PartFiles files, LongSupplier version, Supplier<JsonNode> save) {
		var file = new StateFile(files, version, save);
		var _ = file.timer.scheduleWithFixedDelay(file::write, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
		return file;
	}

	@Override
	public void close() {
		this.timer.close();
		write();
	}

	private synchronized void write() {
		long now = this.version.getAsLong();
		if (now != this.saved) {
			this.files.state(this.save.get());
			this.saved = now;
		}
	}

}
