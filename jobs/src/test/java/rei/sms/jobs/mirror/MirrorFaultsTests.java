package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import rei.sms.db.operations.ParkedRecord;
import rei.sms.db.operations.ParkedRecords;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.StoredRow;
import rei.sms.sandbox.http.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A busy time in which every fourth call fails in some way, drawn by lot; a few seconds
 * here, as many minutes as one likes with {@code bench/mirror-faults}. A rest after a 429
 * is cut to a second.
 */
@MirrorTest
@TestPropertySource(properties = { "spring.batch.jdbc.isolation-level-for-create=read_committed",
		"spring.datasource.hikari.maximum-pool-size=20" })
class MirrorFaultsTests {

	private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("faults.seconds", 6));

	private static final long SEED = Long.getLong("faults.seed", 5);

	private static final int PEOPLE = 150;

	@Autowired
	private Job airtablePush;

	@Autowired
	private Job airtablePull;

	@Autowired
	private Job airtableReconcile;

	@Autowired
	private JobOperator operator;

	@Autowired
	private MirrorWorld world;

	@Autowired
	private TestRows rows;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private AirtableStandIn airtable;

	@Autowired
	private ParkedRecords parked;

	@Autowired
	private MutableClock clock;

	@BeforeEach
	void empty() {
		this.world.clear();
	}

	@Test
	void afterwardsBaseAndPostgresAgreeToTheRow() throws Exception {
		var turmoil = new Turmoil(this.world, this.rows, this.airtable, this.clock, SEED);
		turmoil.meet(PEOPLE);
		breakEverything();
		var before = this.airtable.calls(MirrorTestContext.LEADS);
		var loops = List.of(new Looping(() -> run(this.airtablePush)), new Looping(() -> run(this.airtablePull)),
				new Looping(() -> run(this.airtableReconcile)), new Looping(this::cutRests));
		var end = System.nanoTime() + TIME.toNanos();
		while (System.nanoTime() < end) {
			turmoil.act();
			MirrorBench.pause(Duration.ofMillis(10));
		}
		loops.forEach(Looping::close);
		this.airtable.faults().clear();
		settle();
		report(turmoil, this.airtable.calls(MirrorTestContext.LEADS) - before);
		agree(turmoil);
	}

	private void breakEverything() {
		var faults = this.airtable.faults();
		faults.always(AirtableFaults.invalidValue(),
				(request) -> request.method().equals("PATCH") && request.body().contains(Turmoil.POISON));
		faults.chance(0.3, SEED, (request) -> request.target().contains("offset="), AirtableFaults.cursorExpired());
		faults.chance(0.25, SEED + 1, AirtableFaults.rateLimit(), AirtableFaults.serverError(),
				AirtableFaults.badGateway(), AirtableFaults.badGatewayAfterApplying(),
				AirtableFaults.unavailable(Duration.ofSeconds(1)), new Fault.ResetBefore(), new Fault.ResetAfter(),
				new Fault.Hang(Duration.ofMillis(1200)));
	}

	private void cutRests() {
		this.jdbc.sql("""
				UPDATE airtable_base SET limited_at = NULL,
					resting_until = least(resting_until, clock_timestamp() + interval '1 second')
				WHERE resting_until > clock_timestamp() + interval '1 second' OR limited_at IS NOT NULL
				""").update();
		MirrorBench.pause(Duration.ofMillis(200));
	}

	/** Once Airtable is well again but for what it refuses. */
	private void settle() throws JobExecutionException {
		this.airtable.faults()
			.always(AirtableFaults.invalidValue(),
					(request) -> request.method().equals("PATCH") && request.body().contains(Turmoil.POISON));
		this.jdbc.sql("UPDATE airtable_base SET resting_until = NULL, probing = false, limited_at = NULL").update();
		for (int round = 0; round < 4; round++) {
			this.clock.advance(Duration.ofSeconds(1));
			assertThat(run(this.airtablePull).getStatus()).isEqualTo(BatchStatus.COMPLETED);
			assertThat(run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		}
	}

	private JobExecution run(Job job) throws JobExecutionException {
		return this.operator.start(job,
				new JobParametersBuilder().addString("run", UUID.randomUUID().toString())
					.addString("mirror", "now", false)
					.toJobParameters());
	}

	private void report(Turmoil turmoil, long calls) {
		System.out.printf(
				"MEASURED %d s of faults (seed %d): %d things happened, %d calls, %d messages, %d of them "
						+ "refused by Airtable%n",
				TIME.toSeconds(), SEED, turmoil.happened(), calls, this.rows.count("conversation"),
				turmoil.poisoned().size());
	}

	private void agree(Turmoil turmoil) throws JobExecutionException {
		assertThat(this.parked.all().stream().map(ParkedRecord::key))
			.containsExactlyInAnyOrderElementsOf(turmoil.poisoned());
		assertThat(shown()).isEqualTo(known());
		assertThat(this.world.conversations()).hasSameSizeAs(known().keySet());
		for (var table : Map.of("Prospects", "prospect", "Leads", "lead").entrySet()) {
			assertThat(this.airtable.count(MirrorTestContext.LEADS, table.getKey()))
				.isEqualTo(this.rows.count(table.getValue()));
		}
		assertThat(this.airtable.count(MirrorTestContext.CONTROL, "Opt-Outs"))
			.isEqualTo(this.rows.count("suppression"));
		turmoil.names()
			.forEach((phone,
					name) -> assertThat(this.rows.text("SELECT name FROM prospect WHERE phone1 = '" + phone + "'"))
						.isEqualTo(name));
		assertThat(run(this.airtableReconcile).getStepExecutions()
			.stream()
			.filter((step) -> step.getStepName().startsWith("mend-"))
			.mapToLong((step) -> step.getWriteCount())
			.sum()).isZero();
		assertThat(this.airtable.sins()).isEmpty();
	}

	/** Each message that Airtable takes, by what tells it apart. */
	private Map<String, String> known() {
		var known = new TreeMap<String, String>();
		this.jdbc
			.sql("""
					SELECT coalesce(c.sid, c.id::text) AS key, concat_ws('|', c.body, c.status, p.airtable_id, l.airtable_id) AS cells
					FROM conversation c LEFT JOIN prospect p ON p.id = c.prospect_id LEFT JOIN lead l ON l.id = c.lead_id
					WHERE NOT starts_with(c.body, :poison)
					""")
			.param("poison", Turmoil.POISON)
			.query((rs, _) -> known.put(rs.getString("key"), rs.getString("cells")))
			.list();
		return known;
	}

	private Map<String, String> shown() {
		return this.world.conversations()
			.stream()
			.collect(Collectors.toMap((row) -> String.valueOf(row.text("TextGrid ID")), MirrorFaultsTests::cells,
					(one, other) -> one + " and doubled " + other, TreeMap::new));
	}

	private static String cells(StoredRow row) {
		var status = row.text("Delivery Status");
		return Stream
			.<Collection<String>>of(List.of(String.valueOf(row.text("Message"))),
					(status != null) ? List.of(status) : List.of(), row.links("Prospect"), row.links("Lead"))
			.flatMap(Collection::stream)
			.collect(Collectors.joining("|"));
	}

}
