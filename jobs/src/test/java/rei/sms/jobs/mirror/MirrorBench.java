package rei.sms.jobs.mirror;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import rei.sms.db.CountLock;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Leads;
import rei.sms.db.conversation.Conversations;
import rei.sms.db.mirror.Mirrored;
import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.outbox.Deliveries;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.Settlements;
import rei.sms.jobs.MutableClock;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.Limits;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten thousand messages with their whole lives against a stand-in at Airtable's limits;
 * {@code bench/airtable} runs it.
 */
@MirrorTest
@TestPropertySource(properties = { "airtable.requests-per-second=5", "spring.datasource.hikari.maximum-pool-size=20",
		"logging.level.root=warn" })
class MirrorBench {

	private static final int TEXTS = Integer.getInteger("bench.texts", 7_200);

	private static final int PER_SECOND = 100;

	@Autowired
	private Job airtablePush;

	@Autowired
	private Job airtablePull;

	@Autowired
	private JobOperator operator;

	@Autowired
	private AirtableStandIn airtable;

	@Autowired
	private StandInClock standInClock;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MirroredRows mirrored;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private Outbox outbox;

	@Autowired
	private Settlements settlements;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private Conversations conversations;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Leads leads;

	@Autowired
	private CountLock counts;

	@Test
	void tenThousandMessages() throws Exception {
		var lives = new MessageLives(this.jdbc, new TransactionTemplate(this.transactions), this.outbox,
				this.settlements, this.deliveries, this.conversations, this.contacts, this.leads, this.counts);
		this.clock.set(Instant.now().minus(Duration.ofHours(1)));
		var phones = fillBase();
		this.clock.set(Instant.now());
		this.standInClock.follow(Clock.systemUTC());
		run(this.airtablePull);
		this.airtable.latency(Duration.ofMillis(Integer.getInteger("bench.latency", 150)));
		this.airtable.limits(Limits.AIRTABLE);
		var before = calls();
		var logged = this.airtable.log().entries().size();
		var campaign = this.jdbc.sql("SELECT id FROM campaign").query(UUID.class).single();
		lives.plan(phones, campaign, this.jdbc.sql("SELECT phone FROM number").query(String.class).list(), PER_SECOND);
		var busy = new BusySeconds(this.jdbc, () -> this.airtable.calls(MirrorTestContext.LEADS));
		var loops = List.of(new Looping(this::push), new Looping(this::pull), new Looping(busy::sample));
		lives.play();
		awaitShown();
		System.out.printf("MEASURED while they live, calls by what they are for: %s%n",
				CallKinds.of(this.airtable.log().entries().stream().skip(logged).toList()));
		letADayPass();
		loops.forEach(Looping::close);
		System.out.printf("MEASURED calls by what they are for: %s%n",
				CallKinds.of(this.airtable.log().entries().stream().skip(logged).toList()));
		report(lives, calls() - before, busy);
	}

	/** Until every message is shown as it ended. */
	private void awaitShown() {
		while (this.jdbc.sql("SELECT EXISTS (SELECT 1 FROM conversation WHERE version > mirrored_version)")
			.query(Boolean.class)
			.single()) {
			pause(Duration.ofMillis(500));
		}
	}

	/** What was put off until later is shown too, but for what no call leaves for. */
	private void letADayPass() {
		Stream.of(Mirrored.values()).forEach((table) -> this.jdbc.sql(table.sql("""
				UPDATE {table} SET mirror_due = clock_timestamp()
				WHERE version > mirrored_version AND mirror_due < clock_timestamp() + interval '1 day 2 minutes'
				""")).update());
		while (this.jdbc.sql(MirroredRows.IS_DUE).query(Boolean.class).single()) {
			pause(Duration.ofMillis(500));
		}
	}

	private List<String> fillBase() {
		var campaign = this.airtable.add(MirrorTestContext.LEADS, "Campaigns",
				Map.of("Name", "Bench", "Status", "Running", "Market", "Houston, TX"));
		for (int i = 0; i < 12; i++) {
			this.airtable.add(MirrorTestContext.CONTROL, "Numbers", Map.of("TextGrid Phone Number",
					"+1832556%04d".formatted(i), "Market", "Houston, TX", "Status", "Active"));
		}
		var phones = new ArrayList<String>();
		for (int i = 0; i < TEXTS; i++) {
			phones.add("+1713%07d".formatted(2_000_000 + i));
			this.airtable.add(MirrorTestContext.LEADS, "Prospects",
					Map.of("Phone 1", phones.get(i), "Campaigns", List.of(campaign)));
		}
		return phones;
	}

	/** What a worker does: a push when something is due. */
	private void push() throws JobExecutionException {
		if (this.jdbc.sql(MirroredRows.IS_DUE).query(Boolean.class).single()) {
			run(this.airtablePush);
		}
		else {
			pause(Duration.ofMillis(100));
		}
	}

	private void pull() throws JobExecutionException {
		pause(Duration.ofSeconds(60));
		this.clock.set(Instant.now());
		run(this.airtablePull);
	}

	private void run(Job job) throws JobExecutionException {
		this.operator.start(job,
				new JobParametersBuilder().addString("run", UUID.randomUUID().toString())
					.addString("mirror", "later", false)
					.toJobParameters());
	}

	private long calls() {
		return this.airtable.bases().stream().mapToLong(this.airtable::calls).sum();
	}

	private void report(MessageLives lives, long calls, BusySeconds busy) {
		var lags = this.airtable.rows(MirrorTestContext.LEADS, "Conversations")
			.stream()
			.filter((row) -> lives.received().containsKey(String.valueOf(row.text("TextGrid ID"))))
			.map((row) -> Duration
				.between(lives.received().get(String.valueOf(row.text("TextGrid ID"))), row.createdTime())
				.toMillis())
			.sorted()
			.toList();
		var perMessage = (double) calls / lives.messages();
		var limited = this.airtable.bases().stream().mapToLong(this.airtable::rateLimited).sum();
		var p99 = lags.get(lags.size() * 99 / 100);
		System.out.printf(
				"MEASURED %d messages, %d calls: %.3f a message; %d answers of 429; while there was a backlog of bulk rows (%d s) "
						+ "%.1f %% of 5/s used; an inbound row is shown after %d ms (p50), %d ms (p99), %d ms (most); "
						+ "left for later: %s%n",
				lives.messages(), calls, perMessage, limited, busy.seconds(), busy.used() * 100,
				lags.get(lags.size() / 2), p99, lags.getLast(), this.mirrored.lag());
		assertThat(lags).hasSameSizeAs(lives.received().keySet());
		assertThat(this.airtable.count(MirrorTestContext.LEADS, "Conversations")).isEqualTo(lives.messages());
		assertThat(this.airtable.sins()).isEmpty();
		assertThat(limited).isZero();
		assertThat(perMessage).isLessThanOrEqualTo(0.13);
		assertThat(busy.used()).isGreaterThanOrEqualTo(0.95);
		assertThat(p99).isLessThanOrEqualTo(5000L);
	}

	static void pause(Duration time) {
		LockSupport.parkNanos(time.toNanos());
	}

}
