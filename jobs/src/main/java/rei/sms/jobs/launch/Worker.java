package rei.sms.jobs.launch;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.outbox.DueTexts;

/**
 * Runs what is due, at once when something lands and else at an interval, until the
 * process stops.
 */
@Component
@ConditionalOnBooleanProperty("worker.enabled")
@EnableConfigurationProperties(WorkerProperties.class)
class Worker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Worker.class);

	private static final Duration FAREWELL = Duration.ofSeconds(25);

	private final List<LaneRunner> runners;

	private final JobRuns runs;

	private final WorkNotices notices;

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean running;

	Worker(JobRuns runs, JdbcClient jdbc, DueTexts texts, DataSource db, WorkerProperties properties, Clock clock) {
		this.runs = runs;
		this.notices = new WorkNotices(db);
		this.runners = Lane.ALL.stream()
			.map((lane) -> new LaneRunner(lane, runs, jdbc, texts, properties, clock))
			.toList();
	}

	@Override
	public void start() {
		this.running = true;
		var left = this.runs.recoverAbandoned();
		if (left > 0) {
			log.info("{} runs of a process that died can be restarted", left);
		}
		this.runners.forEach((runner) -> this.threads
			.add(Thread.ofPlatform().name("worker-" + runner.name()).start(() -> runner.run(this::isRunning))));
		this.threads.add(Thread.ofPlatform()
			.name("worker-notices")
			.daemon()
			.start(() -> this.notices.listen(this::isRunning, () -> this.runners.forEach(LaneRunner::wake))));
	}

	/** Lets running jobs end their chunk: no send in flight is cut. */
	@Override
	public void stop() {
		this.running = false;
		this.runners.forEach(LaneRunner::stop);
		this.threads.forEach(Worker::await);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private static void await(Thread thread) {
		try {
			thread.join(FAREWELL);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
