package rei.sms.sandbox;

import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;

/**
 * Starts a part, or finds the process that runs it already.
 *
 * @param <A> what the part's clients need
 */
final class SharedPart<A> implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final PartFiles files;

	private final Part<A> part;

	private final @Nullable FileLock lock;

	private SharedPart(PartFiles files, Part<A> part, @Nullable FileLock lock) {
		this.files = files;
		this.part = part;
		this.lock = lock;
	}

	/**
	 * Joins the part of that name.
	 * @param start makes the part when this process is the first
	 * @param remote makes the part from what another process announced
	 */
	static <A> SharedPart<A> join(PartFiles files, Function<PartFiles, Part<A>> start,
			Function<JsonNode, RemotePart<A>> remote) {
		long until = System.nanoTime() + PATIENCE.toNanos();
		while (System.nanoTime() < until) {
			FileLock lock = files.tryLock();
			if (lock != null) {
				Part<A> part = start.apply(files);
				files.announce(Json.tree(part.access()));
				return new SharedPart<>(files, part, lock);
			}
			JsonNode announcement = files.announcement();
			if (announcement.isObject() && remote.apply(announcement).isThere()) {
				return new SharedPart<>(files, remote.apply(announcement), null);
			}
			LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
		}
		throw new IllegalStateException("Another process holds the sandbox but does not answer");
	}

	Part<A> part() {
		return this.part;
	}

	@Override
	public void close() {
		this.part.close();
		if (this.lock != null) {
			this.files.release(this.lock);
		}
	}

}
