package rei.sms.webhooks;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An item that waits for its commit, and the caller who waits for the item. */
final class Waiting<T, R> {

	private final T item;

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

	/**
	 * Waits for the commit.
	 * @throws Overloaded if it takes too long: it may still come, and a repeat then gets
	 * its answer
	 */
	R await(Duration patience) {
		try {
			return this.result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : new IllegalStateException(ex.getCause());
		}
		catch (TimeoutException ex) {
			throw new Overloaded();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Overloaded();
		}
	}

}
