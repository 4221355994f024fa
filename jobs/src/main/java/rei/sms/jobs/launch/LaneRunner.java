package rei.sms.jobs.launch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;
import rei.sms.db.outbox.DueTexts;
import rei.sms.jobs.launch.Lane.DueJob;
import rei.sms.jobs.launch.Lane.Pace;

/**
 * Runs one lane's jobs in turn whenever they are due; a job that fails is left alone for
 * a while, longer each time.
 */
class LaneRunner {

	private static final Logger log = LoggerFactory.getLogger(LaneRunner.class);

	private static final int MOST_PATIENCE = 16;

	private static final Duration SHORTEST_NAP = Duration.ofMillis(50);

	private final Lane lane;

	private final JobRuns runs;

	private final JdbcClient jdbc;

	private final DueTexts texts;

	private final WorkerProperties properties;

	private final Clock clock;

	private final Semaphore bell = new Semaphore(0);

	private final Map<String, Instant> notBefore = new HashMap<>();

	private final Map<String, Integer> patience = new HashMap<>();

	private volatile long current;

	LaneRunner(Lane lane, JobRuns runs, JdbcClient jdbc, DueTexts texts, WorkerProperties properties, Clock clock) {
		this.lane = lane;
		this.runs = runs;
		this.jdbc = jdbc;
		this.texts = texts;
		this.properties = properties;
		this.clock = clock;
	}

	String name() {
		return this.lane.name();
	}

	void wake() {
		this.bell.release();
	}

	void stop() {
		if (this.current > 0) {
			this.runs.stop(this.current);
		}
		wake();
	}

	void run(BooleanSupplier wanted) {
		while (wanted.getAsBoolean()) {
			var worked = false;
			for (var job : this.lane.jobs()) {
				worked |= wanted.getAsBoolean() && launchIfDue(job);
			}
			nap(worked ? SHORTEST_NAP : quiet());
		}
	}

	/**
	 * @return whether it ran and there may be more to do
	 */
	private boolean launchIfDue(DueJob job) {
		try {
			return isDue(job) && launch(job);
		}
		catch (DataAccessException ex) {
			log.warn("{} could not be looked at: {}", job.job(), ex.getClass().getSimpleName());
			return false;
		}
	}

	private boolean isDue(DueJob job) {
		var now = this.clock.instant();
		return this.runs.names().contains(job.job())
				&& !now.isBefore(this.notBefore.getOrDefault(job.job(), Instant.MIN))
				&& this.jdbc.sql(job.due()).param("now", Sql.at(now)).query(Boolean.class).single();
	}

	private boolean launch(DueJob job) {
		try {
			var begun = this.runs.launchAsync(job.job(), LaunchOptions.DEFAULT.withMirrorLater());
			this.current = begun.id();
			var run = this.runs.await(begun.id());
			this.current = 0;
			pace(job, run);
			return run.status() == BatchStatus.COMPLETED && job.pace() == Pace.AT_ONCE && run.counts().written() > 0;
		}
		catch (JobBusy | Closing ex) {
			return false;
		}
	}

	private void pace(DueJob job, Run run) {
		var failed = run.status() != BatchStatus.COMPLETED;
		var patience = failed ? Math.min(MOST_PATIENCE, this.patience.getOrDefault(job.job(), 1) * 2) : 1;
		this.patience.put(job.job(), patience);
		var interval = switch (job.pace()) {
			case AT_ONCE -> failed ? this.properties.interval() : Duration.ZERO;
			case REPORTS -> this.properties.reportInterval();
			case HOURLY -> Duration.ofHours(1);
		};
		this.notBefore.put(job.job(), this.clock.instant().plus(interval.multipliedBy(patience)));
	}

	/** Until the next look, or the next text's or job's time where that comes first. */
	private Duration quiet() {
		var text = this.texts.nextDue().map((due) -> Duration.between(this.clock.instant(), due));
		var next = Stream.concat(text.stream(), this.lane.jobs().stream().flatMap(this::next))
			.min(Comparator.naturalOrder())
			.filter((wait) -> wait.compareTo(this.properties.interval()) < 0)
			.orElse(this.properties.interval());
		return (next.compareTo(SHORTEST_NAP) < 0) ? SHORTEST_NAP.multipliedBy(10) : next;
	}

	private Stream<Duration> next(DueJob job) {
		return this.jdbc.sql(job.next())
			.param("now", Sql.at(this.clock.instant()))
			.query((rs, _) -> rs.getObject(1, Double.class))
			.stream()
			.filter(Objects::nonNull)
			.map((seconds) -> Duration.ofMillis(Math.round(seconds * 1000)));
	}

	private void nap(Duration nap) {
		try {
			if (this.bell.tryAcquire(nap.toMillis(), TimeUnit.MILLISECONDS)) {
				this.bell.drainPermits();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
