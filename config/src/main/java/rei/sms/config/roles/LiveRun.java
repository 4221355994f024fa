package rei.sms.config.roles;

import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import rei.sms.db.operations.Backlogs;
import rei.sms.db.operations.Backlogs.Backlog;
import rei.sms.jobs.launch.JobRuns;
import rei.sms.jobs.launch.Run;

/** Waits for a run and shows meanwhile how far it is. */
class LiveRun {

	private static final long GLANCE_MILLIS = 200;

	/** How often a log hears of it. */
	private static final int GLANCES_A_LINE = 50;

	private final JobRuns runs;

	private final Backlogs backlogs;

	private final Clock clock;

	private final Terminal terminal;

	LiveRun(JobRuns runs, Backlogs backlogs, Clock clock, Terminal terminal) {
		this.runs = runs;
		this.backlogs = backlogs;
		this.clock = clock;
		this.terminal = terminal;
	}

	/** What {@code launch} answers in the end. */
	Run of(String job, Supplier<Run> launch) throws InterruptedException {
		var end = CompletableFuture.supplyAsync(launch, Thread.ofVirtual().name("run " + job)::start);
		var begun = System.nanoTime();
		var waited = -1L;
		for (var glance = 1;; glance++) {
			try {
				return end.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				waited = show(job, waited, (System.nanoTime() - begun) / 1_000_000, glance);
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof RuntimeException failure) ? failure : new CompletionException(ex);
			}
		}
	}

	/**
	 * @return how many records wait in all: counted at the first glance and only where
	 * somebody sees it
	 */
	private long show(String job, long waited, long millis, int glance) {
		boolean line = glance % GLANCES_A_LINE == 0;
		if (!this.terminal.isAlive() && !line) {
			return waited;
		}
		var run = this.runs.recent(3)
			.stream()
			.filter((recent) -> recent.job().equals(job) && recent.ended() == null)
			.findFirst();
		if (run.isEmpty()) {
			return waited;
		}
		long all = (waited >= 0) ? waited : waiting(job) + Progress.read(run.get().steps());
		var progress = Progress.of(run.get(), all, millis);
		if (this.terminal.isAlive()) {
			this.terminal.progress(progress.bar());
		}
		else {
			this.terminal.error(progress.plain());
		}
		return all;
	}

	private long waiting(String job) {
		return this.backlogs.all(this.clock.instant())
			.stream()
			.filter((backlog) -> backlog.job().equals(job))
			.mapToLong(Backlog::count)
			.sum();
	}

}
