package rei.sms.jobs.launch;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.DuplicateJobException;
import org.springframework.batch.core.configuration.JobRegistry;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.core.task.TaskExecutor;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Launches, restarts and stops jobs, one run of a job at a time across all processes. A
 * run whose process died is marked failed as soon as anybody looks, and can be restarted
 * where it stood.
 */
@Component
public class JobRuns {

	private static final Logger log = LoggerFactory.getLogger(JobRuns.class);

	private static final long NO_LIMIT = Integer.MAX_VALUE;

	/** Longer than a call to a vendor takes. */
	private static final Duration PATIENCE = Duration.ofSeconds(25);

	private final JobBeans jobs;

	private final JobRepository repository;

	private final JobLocks locks;

	private final RecentRuns recent;

	private final Clock clock;

	private final Map<Long, Begun> under = new ConcurrentHashMap<>();

	private volatile boolean closing;

	JobRuns(JobBeans jobs, JobRepository repository, JobLocks locks, JdbcClient jdbc, Clock clock) {
		this.jobs = jobs;
		this.repository = repository;
		this.locks = locks;
		this.recent = new RecentRuns(jdbc);
		this.clock = clock;
	}

	/** The names of all jobs. */
	public Set<String> names() {
		return this.jobs.names();
	}

	/**
	 * Runs a job and waits for its end.
	 * @throws JobBusy if it runs already, here or in another process
	 * @throws NoSuchRun if there is no such job
	 * @throws Closing if the engine is stopping
	 */
	public Run launch(String job, LaunchOptions options) {
		return begin(job, options).join();
	}

	/** Launches a job and answers at once. */
	public Run launchAsync(String job, LaunchOptions options) {
		return begin(job, options).begun();
	}

	/** Waits for the end of a run that this process launched, and answers it. */
	public Run await(long id) {
		Optional.ofNullable(this.under.get(id)).ifPresent(Begun::join);
		return Run.of(execution(id));
	}

	/**
	 * Takes a failed or stopped run up at the chunk in which it ended, and waits for its
	 * end.
	 * @throws NoSuchRun if there is no such run, or it did not fail or stop
	 */
	public Run restart(long id) {
		return beginAgain(id).join();
	}

	/** The same, answered at once. */
	public Run restartAsync(long id) {
		return beginAgain(id).begun();
	}

	private Begun beginAgain(long id) {
		var execution = execution(id);
		var job = job(execution.getJobInstance().getJobName());
		return begin(job, (operator) -> {
			var current = execution(id);
			if (!current.getStatus().isUnsuccessful() && !current.isStopping()
					&& current.getStatus() != BatchStatus.STOPPED) {
				throw new NoSuchRun("execution " + id + " is " + current.getStatus()
						+ ": only a failed or stopped one is restarted");
			}
			return operator.restart(settled(current));
		});
	}

	/**
	 * Spring Batch refuses to take up a run that lost its database in the middle of a
	 * commit; ours only ever go on with what their work-lists still hold.
	 */
	private JobExecution settled(JobExecution execution) {
		execution.getStepExecutions()
			.stream()
			.filter((step) -> step.getStatus() == BatchStatus.UNKNOWN)
			.forEach((step) -> {
				step.setStatus(BatchStatus.FAILED);
				this.repository.update(step);
			});
		if (execution.getStatus() == BatchStatus.UNKNOWN) {
			execution.setStatus(BatchStatus.FAILED);
			this.repository.update(execution);
		}
		return execution;
	}

	/** Asks a run to stop after its current chunk; answers whether it was running. */
	public boolean stop(long id) {
		var begun = this.under.get(id);
		if (begun != null && !begun.end().isDone()) {
			Thread.ofVirtual().name("stop " + id).start(() -> begun.stop(PATIENCE));
			return true;
		}
		var execution = execution(id);
		try {
			return execution.isRunning()
					&& operator(this.jobs.find(execution.getJobInstance().getJobName()), Runnable::run).stop(execution);
		}
		catch (JobExecutionException ex) {
			return false;
		}
	}

	/**
	 * Launches nothing any more, has every run of this process end after its current
	 * chunk and waits for that: each can be restarted, and no send in flight is cut.
	 */
	public void close() {
		this.closing = true;
		this.under.values().stream().filter((begun) -> !begun.stop(PATIENCE)).forEach((begun) -> {
			var run = begun.begun();
			log.warn("{} {} did not end in time; it can be restarted", run.job(), run.id());
		});
	}

	/** The latest runs, newest first. */
	public List<Run> recent(int count) {
		return this.recent.latest(count);
	}

	/** The run of that id. */
	public Optional<Run> find(long id) {
		return stored(id).map(Run::of);
	}

	/**
	 * Marks runs whose process died as failed, so that they can be restarted; answers how
	 * many there were.
	 */
	public int recoverAbandoned() {
		return this.jobs.names().stream().mapToInt(this::recoverUnlessRunning).sum();
	}

	private int recoverUnlessRunning(String job) {
		return this.locks.tryLock(job).map((lock) -> {
			try (lock) {
				return recover(job);
			}
		}).orElse(0);
	}

	private Begun begin(String name, LaunchOptions options) {
		var job = job(name);
		return begin(job, (operator) -> operator.start(job, parameters(options)));
	}

	private Begun begin(Job job, Start start) {
		if (this.closing) {
			throw new Closing();
		}
		var lock = this.locks.tryLock(job.getName())
			.orElseThrow(() -> new JobBusy(job.getName(), running(job.getName())));
		var end = new CompletableFuture<Void>();
		try {
			recover(job.getName());
			var begun = new Begun(
					start.with(operator(Optional.of(job), (task) -> Thread.ofVirtual().name(job.getName()).start(() -> {
						try (lock) {
							task.run();
						}
						finally {
							end.complete(null);
						}
					}))), end);
			this.under.values().removeIf((other) -> other.end().isDone());
			this.under.put(begun.execution().getId(), begun.andThen(() -> FailedRuns.tell(begun.execution())));
			if (this.closing) {
				stop(begun.execution().getId());
			}
			return begun;
		}
		catch (JobExecutionException | RuntimeException ex) {
			lock.close();
			throw (ex instanceof RuntimeException failure) ? failure : new NoSuchRun(String.valueOf(ex.getMessage()));
		}
	}

	private int recover(String job) {
		var open = this.repository.findRunningJobExecutions(job);
		open.forEach((execution) -> {
			log.warn("{} {} was left behind by a process that died; it can be restarted", job, execution.getId());
			operator(Optional.empty(), Runnable::run).recover(execution);
		});
		return open.size();
	}

	private long running(String job) {
		return this.repository.findRunningJobExecutions(job)
			.stream()
			.map(JobExecution::getId)
			.max(Comparator.naturalOrder())
			.orElse(0L);
	}

	/** An operator that knows the one job that it is for. */
	private JobOperator operator(Optional<Job> job, TaskExecutor executor) {
		var operator = new TaskExecutorJobOperator();
		operator.setJobRepository(this.repository);
		operator.setJobRegistry(registry(job));
		operator.setTaskExecutor(executor);
		try {
			operator.afterPropertiesSet();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		return operator;
	}

	private static JobRegistry registry(Optional<Job> job) {
		var registry = new MapJobRegistry();
		job.ifPresent((only) -> {
			try {
				registry.register(only);
			}
			catch (DuplicateJobException ex) {
				throw new IllegalStateException(ex);
			}
		});
		return registry;
	}

	private JobParameters parameters(LaunchOptions options) {
		return new JobParametersBuilder()
			.addString("run", this.clock.instant() + " " + Long.toHexString(System.nanoTime()))
			.addLong("limit", options.limit().orElse(NO_LIMIT), false)
			.addString("mirror", options.mirroring().parameter(), false)
			.addString("fix", String.valueOf(options.fix()), false)
			.toJobParameters();
	}

	private Job job(String name) {
		return this.jobs.find(name).orElseThrow(() -> new NoSuchRun("there is no job " + name));
	}

	/** Spring Batch answers null or throws when there is none. */
	private Optional<JobExecution> stored(long id) {
		try {
			return Optional.ofNullable(this.repository.getJobExecution(id));
		}
		catch (EmptyResultDataAccessException ex) {
			return Optional.empty();
		}
	}

	private JobExecution execution(long id) {
		return stored(id).orElseThrow(() -> new NoSuchRun("there is no execution " + id));
	}

	private interface Start {

		JobExecution with(JobOperator operator) throws JobExecutionException;

	}

}
