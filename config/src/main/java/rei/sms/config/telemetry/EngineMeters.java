package rei.sms.config.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

import rei.sms.db.operations.Backlogs.Backlog;
import rei.sms.db.operations.RunHistory.LatestRun;
import rei.sms.jobs.launch.Tick;

/**
 * The engine's own metrics. They are read from the tables when somebody asks, so every
 * process tells the same of all.
 */
@Component
@ConditionalOnBooleanProperty("engine.lasting")
class EngineMeters implements MeterBinder {

	private static final Map<String, String> TEXTS = Map.of("sent", "sent_total", "delivered", "delivered_total",
			"failed", "failed_total", "opt_out", "opt_out_total");

	private final Standing standing;

	private final Clock clock;

	EngineMeters(Standing standing, Clock clock) {
		this.standing = standing;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Standing.QUEUES.forEach((queue) -> queue(registry, queue));
		Tick.JOBS.forEach((job) -> job(registry, job));
		TEXTS.forEach((outcome, column) -> FunctionCounter
			.builder("sms.texts", this.standing, (state) -> state.now().texts().getOrDefault(column, 0L))
			.description("Texts of all our numbers, by what became of them")
			.tag("outcome", outcome)
			.register(registry));
		gauge(registry, "sms.problems", "Faults that /health names", (now) -> now.problems());
		gauge(registry, "sms.paused", "Pauses in force", (now) -> now.paused());
	}

	private void queue(MeterRegistry registry, String queue) {
		Gauge.builder("sms.backlog", this.standing, (state) -> state.now().queue(queue).map(Backlog::count).orElse(0L))
			.description("What waits in a queue")
			.tag("queue", queue)
			.register(registry);
		Gauge.builder("sms.backlog.age", this.standing, (state) -> state.now().queue(queue).map(this::age).orElse(0.0))
			.description("How long the oldest in a queue waits")
			.baseUnit("seconds")
			.tag("queue", queue)
			.register(registry);
	}

	private void job(MeterRegistry registry, String job) {
		Gauge
			.builder("sms.job.failed", this.standing,
					(state) -> state.now().run(job).filter((run) -> run.status().equals("FAILED")).isPresent() ? 1 : 0)
			.description("Whether a job's latest run failed")
			.tag("job", job)
			.register(registry);
		Gauge
			.builder("sms.job.duration", this.standing,
					(state) -> state.now().run(job).map(EngineMeters::seconds).orElse(Double.NaN))
			.description("How long a job's latest run took")
			.baseUnit("seconds")
			.tag("job", job)
			.register(registry);
	}

	private void gauge(MeterRegistry registry, String name, String description,
			ToDoubleFunction<Standing.Snapshot> value) {
		Gauge.builder(name, this.standing, (state) -> value.applyAsDouble(state.now()))
			.description(description)
			.register(registry);
	}

	private double age(Backlog backlog) {
		Instant oldest = backlog.oldest();
		return (oldest != null) ? Math.max(0, Duration.between(oldest, this.clock.instant()).toMillis() / 1000.0) : 0;
	}

	private static double seconds(LatestRun run) {
		return (run.started() == null || run.ended() == null) ? Double.NaN
				: Duration.between(run.started(), run.ended()).toMillis() / 1000.0;
	}

}
