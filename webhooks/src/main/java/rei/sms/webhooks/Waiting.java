package rei.sms.webhooks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** An item that waits for its commit, and the caller who waits for the item. */
final class Waiting<T, R> {

	private final T item;

	private final long since = System.nanoTime();

	private final CompletableFuture<R> result = new CompletableFuture<>();

	Waiting(T item) {
		this.item = item;
	}

	T item() {
		return this.item;
	}

	void complete(R value) {
		this.result.complete(value);
	}

	void fail(Throwable cause) {
		this.result.completeExceptionally(cause);
	}

	boolean isOlderThan(Duration time) {
		return System.nanoTime() - this.since > time.toNanos();
	}

	/**
	 * Waits for the commit.
	 * @throws Overloaded if it took too long: it may still come, and a repeat then gets
	 * its answer
	 */
	R await() {
		try {
			return this.result.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Overloaded();
		}
	}

}
