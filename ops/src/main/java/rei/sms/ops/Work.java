package rei.sms.ops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;

import rei.sms.db.operations.Backlogs;
import rei.sms.db.operations.Backlogs.Backlog;
import rei.sms.db.operations.RunHistory;
import rei.sms.ops.Health.LastRun;
import rei.sms.ops.Health.Queue;

/** What waits and what ran. */
@Component
class Work {

	private final Backlogs backlogs;

	private final RunHistory runs;

	private final Clock clock;

	Work(Backlogs backlogs, RunHistory runs, Clock clock) {
		this.backlogs = backlogs;
		this.runs = runs;
		this.clock = clock;
	}

	Map<String, Queue> queues() {
		var now = this.clock.instant();
		var queues = new LinkedHashMap<String, Queue>();
		this.backlogs.all(now).forEach((backlog) -> queues.put(backlog.queue(), queue(backlog, now)));
		return queues;
	}

	Map<String, LastRun> jobs() {
		var jobs = new LinkedHashMap<String, LastRun>();
		this.runs.latest()
			.forEach((run) -> jobs.put(run.job(), new LastRun(run.id(), run.status(), run.started(), run.ended())));
		return jobs;
	}

	private static Queue queue(Backlog backlog, Instant now) {
		var oldest = backlog.oldest();
		long seconds = (oldest != null) ? Duration.between(oldest, now).toSeconds() : 0;
		return new Queue(backlog.count(), oldest, Math.max(0, seconds));
	}

}
