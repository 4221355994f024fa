package rei.sms.webhooks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Commits what arrived during the last commit together, and answers each caller after
 * that commit: one fsync for many, and none waits for a timer.
 *
 * @param <T> what is committed
 * @param <R> what the commit says of it
 */
final class GroupCommit<T, R> implements AutoCloseable {

	private static final Duration IDLE = Duration.ofMillis(250);

	private final BlockingQueue<Waiting<T, R>> queue;

	private final GroupLimits limits;

	private final Function<List<T>, List<R>> commit;

	private final Predicate<RuntimeException> blamesItem;

	private final Thread committer;

	/** A timer for each who waits would cost a tenth of what a request does. */
	private final Thread impatience;

	private final AtomicBoolean begun = new AtomicBoolean();

	private volatile List<Waiting<T, R>> committing = List.of();

	private volatile boolean open = true;

	/**
	 * A group commit of its own thread.
	 * @param commit commits items in one transaction and answers each in its place
	 * @param blamesItem whether a failure may be one item's fault: then each is tried
	 * alone
	 */
	GroupCommit(String name, GroupLimits limits, Function<List<T>, List<R>> commit,
			Predicate<RuntimeException> blamesItem) {
		this.limits = limits;
		this.commit = commit;
		this.blamesItem = blamesItem;
		this.queue = new ArrayBlockingQueue<>(limits.waiting());
		this.committer = Thread.ofPlatform().name(name + "-commit").unstarted(this::run);
		this.impatience = Thread.ofVirtual().name(name + "-impatience").unstarted(this::sendAway);
	}

	/**
	 * Commits an item with whatever else is there.
	 * @throws Overloaded if too many wait already, or the engine is stopping
	 */
	R commit(T item) {
		var waiting = new Waiting<T, R>(item);
		if (!this.open || !this.queue.offer(waiting)) {
			throw new Overloaded();
		}
		if (!this.open && this.queue.remove(waiting)) {
			throw new Overloaded();
		}
		begin();
		return waiting.await();
	}

	/** Only who is told something needs the thread: a command line's role never is. */
	private void begin() {
		if (this.begun.compareAndSet(false, true)) {
			start();
		}
	}

	private void start() {
		this.committer.start();
		this.impatience.start();
	}

	/** How many wait for the next commit. */
	int waiting() {
		return this.queue.size();
	}

	/** Commits what waits, and takes nothing more. */
	@Override
	public void close() {
		this.open = false;
		if (this.begun.compareAndSet(false, true)) {
			if (this.queue.isEmpty()) {
				return;
			}
			start();
		}
		try {
			this.committer.join(this.limits.patience());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run() {
		while (this.open || !this.queue.isEmpty()) {
			var group = next();
			this.committing = group;
			if (!group.isEmpty()) {
				commitGroup(group);
			}
		}
		this.committing = List.of();
	}

	/** Whoever waited long enough is told to come again. */
	private void sendAway() {
		try {
			while (this.committer.isAlive()) {
				Thread.sleep(IDLE);
				Stream.concat(this.queue.stream(), this.committing.stream())
					.filter((waiting) -> waiting.isOlderThan(this.limits.patience()))
					.forEach((waiting) -> waiting.fail(new Overloaded()));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private List<Waiting<T, R>> next() {
		var group = new ArrayList<Waiting<T, R>>();
		try {
			var first = this.queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
			if (first != null) {
				group.add(first);
				this.queue.drainTo(group, this.limits.together() - 1);
			}
		}
		catch (InterruptedException ex) {
			this.open = false;
		}
		return group;
	}

	private void commitGroup(List<Waiting<T, R>> group) {
		try {
			var results = this.commit.apply(group.stream().map(Waiting::item).toList());
			for (var at = 0; at < group.size(); at++) {
				group.get(at).complete(results.get(at));
			}
		}
		catch (RuntimeException ex) {
			if (group.size() > 1 && this.blamesItem.test(ex)) {
				group.forEach((waiting) -> commitGroup(List.of(waiting)));
			}
			else {
				group.forEach((waiting) -> waiting.fail(ex));
			}
		}
		catch (Error ex) {
			group.forEach((waiting) -> waiting.fail(ex));
		}
	}

}
