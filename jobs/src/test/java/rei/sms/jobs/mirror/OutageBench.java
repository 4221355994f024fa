package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import rei.sms.jobs.TestJobs;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.Limits;
import rei.sms.sandbox.airtable.StoredRow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Six hours without Airtable while messages come and go, then the way back at the limit's
 * speed; {@code bench/airtable-outage} runs it.
 */
@MirrorTest
@TestPropertySource(properties = { "airtable.requests-per-second=5", "logging.level.root=error" })
class OutageBench {

	private static final int AN_HOUR = Integer.getInteger("bench.hourly", 2000);

	private static final int HOURS = 6;

	private static final int EACH_ANSWER = 10;

	@Autowired
	private Job airtablePush;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private MirrorWorld world;

	@Autowired
	private AirtableStandIn airtable;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void nothingIsLostAndWhatPeopleWaitForComesFirst() {
		var prospect = this.world.prospect(this.world.phone());
		this.airtable.faults().always(AirtableFaults.unavailable(Duration.ofSeconds(1)), (_) -> true);
		live(prospect);
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.world.conversations()).isEmpty();
		this.airtable.faults().clear();
		this.airtable.latency(Duration.ofMillis(150));
		this.airtable.limits(Limits.AIRTABLE);
		var calls = this.airtable.calls(MirrorTestContext.LEADS);
		var begun = System.nanoTime();
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		report(this.airtable.calls(MirrorTestContext.LEADS) - calls, Duration.ofNanos(System.nanoTime() - begun));
	}

	/**
	 * Each tenth message is an answer; all of them became due while Airtable was away.
	 */
	private void live(UUID prospect) {
		this.jdbc
			.sql("""
					INSERT INTO conversation (id, sid, direction, seller_phone, our_number, body, status, kind, prospect_id,
						received_at, created_at)
					SELECT gen_random_uuid(), 'SM' || n, CASE WHEN n % :answer = 0 THEN 'INBOUND' ELSE 'OUTBOUND' END,
						'+17135551001', '+17135550100', 'Message ' || n, CASE WHEN n % :answer = 0 THEN NULL ELSE 'DELIVERED' END,
						CASE WHEN n % :answer = 0 THEN NULL ELSE 'CAMPAIGN' END, :prospect, now(), now()
					FROM generate_series(1, :messages) AS n
					""")
			.param("answer", EACH_ANSWER)
			.param("prospect", prospect)
			.param("messages", AN_HOUR * HOURS)
			.update();
		this.jdbc
			.sql("""
					UPDATE conversation SET unmirrored_since = now() - interval '6 hours' * (1 - substr(sid, 3)::float8 / :messages),
						mirror_due = now() - interval '6 hours' * (1 - substr(sid, 3)::float8 / :messages)
					""")
			.param("messages", AN_HOUR * HOURS)
			.update();
	}

	private void report(long calls, Duration time) {
		var shown = this.world.conversations();
		var answers = shown.stream()
			.filter((row) -> "INBOUND".equals(row.text("Direction")))
			.map(OutageBench::number)
			.toList();
		var lastAnswer = shown
			.indexOf(shown.stream().filter((row) -> number(row) == answers.getLast()).findFirst().orElseThrow());
		var mostOutOfOrder = outOfOrder(answers);
		var perSecond = calls / (time.toMillis() / 1000.0);
		var limited = this.airtable.bases().stream().mapToLong(this.airtable::rateLimited).sum();
		System.out.printf(
				"MEASURED %d messages of six hours caught up in %d s with %d calls: %.2f a second, %.1f rows a second; "
						+ "%d answers of 429; all %d answers among the first %d records, at most %d places out of order%n",
				shown.size(), time.toSeconds(), calls, perSecond, shown.size() / (time.toMillis() / 1000.0), limited,
				answers.size(), lastAnswer + 1, mostOutOfOrder);
		assertThat(shown).hasSize(AN_HOUR * HOURS);
		assertThat(shown.stream().map((row) -> row.text("TextGrid ID")).distinct()).hasSize(AN_HOUR * HOURS);
		assertThat(limited).isZero();
		assertThat(perSecond).isGreaterThanOrEqualTo(0.95 * 5);
		assertThat(lastAnswer).isLessThan(answers.size() + 50);
		assertThat(mostOutOfOrder).isLessThan(50);
	}

	private static int outOfOrder(List<Integer> answers) {
		var sorted = answers.stream().sorted().toList();
		var most = 0;
		for (int i = 0; i < answers.size(); i++) {
			most = Math.max(most, Math.abs(i - sorted.indexOf(answers.get(i))));
		}
		return most;
	}

	private static int number(StoredRow row) {
		return Integer.parseInt(String.valueOf(row.text("TextGrid ID")).substring(2));
	}

}
