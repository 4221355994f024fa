package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Does something again and again on a thread of its own until it is closed. */
final class Looping implements AutoCloseable {

	private final Thread thread;

	private volatile boolean closed;

	Looping(Work work) {
		this.thread = Thread.ofPlatform().daemon().start(() -> loop(work));
	}

	private void loop(Work work) {
		while (!this.closed) {
			try {
				work.run();
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	@Override
	public void close() {
		this.closed = true;
		LockSupport.unpark(this.thread);
		try {
			this.thread.join(Duration.ofSeconds(20));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** What is done again and again. */
	interface Work {

		void run() throws Exception;

	}

}
