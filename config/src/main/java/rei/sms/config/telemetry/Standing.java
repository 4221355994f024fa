package rei.sms.config.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import rei.sms.db.operations.Backlogs;
import rei.sms.db.operations.Backlogs.Backlog;
import rei.sms.db.operations.Pauses;
import rei.sms.db.operations.Problems;
import rei.sms.db.operations.RunHistory;
import rei.sms.db.operations.RunHistory.LatestRun;

/** How things stand in the tables; asked anew at most every ten seconds. */
@Component
class Standing {

	/** The queues that are told, as {@code Backlogs} names them. */
	static final List<String> QUEUES = List.of("inbound", "outbound", "delivery", "enrichment", "intent", "promotion",
			"reply", "outbox", "retry", "unsettled", "parked", "person", "mirror");

	private static final Duration FRESH = Duration.ofSeconds(10);

	private final Backlogs backlogs;

	private final RunHistory runs;

	private final Problems problems;

	private final Pauses pauses;

	private final JdbcClient jdbc;

	private final Clock clock;

	private Snapshot latest = new Snapshot(List.of(), List.of(), Map.of(), 0, 0);

	private long read = System.nanoTime() - FRESH.toNanos();

	Standing(Backlogs backlogs, RunHistory runs, Problems problems, Pauses pauses, JdbcClient jdbc, Clock clock) {
		this.backlogs = backlogs;
		this.runs = runs;
		this.problems = problems;
		this.pauses = pauses;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	synchronized Snapshot now() {
		if (System.nanoTime() - this.read >= FRESH.toNanos()) {
			this.latest = new Snapshot(this.backlogs.all(this.clock.instant()), this.runs.latest(), texts(),
					this.problems.all().size(), this.pauses.all().size());
			this.read = System.nanoTime();
		}
		return this.latest;
	}

	private Map<String, Long> texts() {
		return this.jdbc.sql("""
				SELECT coalesce(sum(sent_total), 0) AS sent_total, coalesce(sum(delivered_total), 0) AS delivered_total,
					coalesce(sum(failed_total), 0) AS failed_total, coalesce(sum(opt_out_total), 0) AS opt_out_total
				FROM number
				""")
			.query((rs, _) -> Map.of("sent_total", rs.getLong("sent_total"), "delivered_total",
					rs.getLong("delivered_total"), "failed_total", rs.getLong("failed_total"), "opt_out_total",
					rs.getLong("opt_out_total")))
			.single();
	}

	/** How things stood at one moment. */
	record Snapshot(List<Backlog> backlogs, List<LatestRun> runs, Map<String, Long> texts, int problems, int paused) {

		Optional<Backlog> queue(String name) {
			return this.backlogs.stream().filter((backlog) -> backlog.queue().equals(name)).findFirst();
		}

		Optional<LatestRun> run(String job) {
			return this.runs.stream().filter((run) -> run.job().equals(job)).findFirst();
		}

	}

}
