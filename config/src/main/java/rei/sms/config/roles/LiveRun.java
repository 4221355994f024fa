package rei.sms.config.roles;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import rei.sms.jobs.launch.JobRuns;
import rei.sms.jobs.launch.Run;

/** Waits for a run and shows meanwhile how far it is. */
class LiveRun {

	private static final long GLANCE_MILLIS = 200;

	private final JobRuns runs;

	private final Terminal terminal;

	LiveRun(JobRuns runs, Terminal terminal) {
		this.runs = runs;
		this.terminal = terminal;
	}

	/** What {@code launch} answers in the end. */
	Run of(String job, Supplier<Run> launch) throws InterruptedException {
		var end = CompletableFuture.supplyAsync(launch, Thread.ofVirtual().name("run " + job)::start);
		while (true) {
			try {
				return end.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException ex) {
				glance(job);
			}
			catch (ExecutionException ex) {
				throw (ex.getCause() instanceof RuntimeException failure) ? failure : new CompletionException(ex);
			}
		}
	}

	private void glance(String job) {
		this.runs.recent(3)
			.stream()
			.filter((run) -> run.job().equals(job) && run.ended() == null)
			.findFirst()
			.ifPresent((run) -> this.terminal.progress(job + "  " + steps(run)));
	}

	private static String steps(Run run) {
		return run.steps()
			.stream()
			.map((step) -> step.step() + " " + step.written() + "/" + step.read())
			.collect(Collectors.joining("  "));
	}

}
