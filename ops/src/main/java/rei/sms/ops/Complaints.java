package rei.sms.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import rei.sms.db.operations.Problems;
import rei.sms.ops.Health.Airtable;
import rei.sms.ops.Health.Complaint;
import rei.sms.ops.Health.LastRun;
import rei.sms.ops.Health.Queue;

/**
 * What a person should mend: what the engine reported, and what its figures show by
 * themselves.
 */
@Component
class Complaints {

	private static final Duration LONG_LAG = Duration.ofMinutes(15);

	private final Problems problems;

	Complaints(Problems problems) {
		this.problems = problems;
	}

	Stream<Complaint> reported() {
		return this.problems.all()
			.stream()
			.map((problem) -> new Complaint(problem.code(), problem.what(), problem.since(), problem.fix()));
	}

	static Stream<Complaint> ofJobs(Map<String, LastRun> jobs, Instant now) {
		return jobs.entrySet().stream().filter((job) -> job.getValue().status().equals("FAILED")).map((job) -> {
			var run = job.getValue();
			return new Complaint("job-failed", job.getKey() + " failed as execution " + run.jobExecutionId(),
					(run.ended() != null) ? run.ended() : now,
					"See `jobs show %1$d`, mend the cause, then `jobs restart %1$d`".formatted(run.jobExecutionId()));
		});
	}

	static Stream<Complaint> ofQueues(Map<String, Queue> queues, Instant now) {
		return Stream.of(
				of(queues.get("parked"), 0, "parked", "%d records are set aside with an error",
						"See `jobs parked`, mend the cause, then `jobs parked --retry ID`", now),
				of(queues.get("person"), 0, "needs-person", "%d texts wait for a person",
						"Answer or settle them on the ops pages or in Airtable", now),
				of(queues.get("mirror"), LONG_LAG.toSeconds(), "mirror-lag", "Airtable has not seen %d rows for long",
						"See `doctor`: Airtable is away, stopped or too slow for what changes", now))
			.flatMap((complaint) -> complaint);
	}

	static Stream<Complaint> ofAirtable(Airtable airtable, Instant now) {
		return airtable.bases()
			.stream()
			.filter((base) -> !base.isOpen())
			.map((base) -> new Complaint("airtable-stopped", "Airtable's base " + base.base() + " is " + base.status(),
					now, "`doctor` says what Airtable objects to: the token, its rights or the plan's budget"));
	}

	private static Stream<Complaint> of(@Nullable Queue queue, long patience, String code, String what, String fix,
			Instant now) {
		if (queue == null || queue.count() == 0 || queue.oldestSeconds() < patience) {
			return Stream.empty();
		}
		return Stream.of(new Complaint(code, what.formatted(queue.count()),
				(queue.oldest() != null) ? queue.oldest() : now, fix));
	}

}
