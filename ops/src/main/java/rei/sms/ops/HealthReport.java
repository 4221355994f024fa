package rei.sms.ops;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.ops.Health.Database;
import rei.sms.ops.Health.Paused;

/** Says how the engine is doing, from what all its processes left in the tables. */
@Component
public class HealthReport {

	private final Work work;

	private final Outside outside;

	private final Pauses pauses;

	private final Complaints complaints;

	private final Clock clock;

	HealthReport(Work work, Outside outside, Pauses pauses, Complaints complaints, Clock clock) {
		this.work = work;
		this.outside = outside;
		this.pauses = pauses;
		this.complaints = complaints;
		this.clock = clock;
	}

	/** How things stand just now. */
	public Health now() {
		var begun = this.clock.instant();
		var paused = this.pauses.all().stream().map(HealthReport::paused).toList();
		var now = this.clock.instant();
		var queues = this.work.queues();
		var jobs = this.work.jobs();
		var airtable = this.outside.airtable();
		var problems = Stream
			.of(this.complaints.reported(), Complaints.ofAirtable(airtable, now), Complaints.ofJobs(jobs, now),
					Complaints.ofQueues(queues, now))
			.flatMap((some) -> some)
			.toList();
		return new Health(problems.isEmpty() ? "ok" : "degraded", now,
				new Database("ok", Duration.between(begun, now).toMillis()), this.outside.numbers(), airtable,
				this.outside.provider(), queues, Objects.requireNonNull(queues.get("mirror")), jobs, paused, problems);
	}

	private static Paused paused(Pause pause) {
		return new Paused(pause.scope().word(), pause.value().isEmpty() ? null : pause.value(), pause.reason(),
				pause.since());
	}

}
