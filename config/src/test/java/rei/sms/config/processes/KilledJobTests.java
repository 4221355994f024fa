package rei.sms.config.processes;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.trial.SeedSchema;
import rei.sms.sandbox.trial.TrialBases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A job whose process is killed in the middle of a chunk, and what a restart makes of it.
 */
class KilledJobTests {

	private static final String BASE = TrialBases.ONE.leads();

	private static final int TEXTS = 290;

	private static final int CHUNK = 200;

	private static final int SELLERS = 20;

	private static final String IN_THE_MIDDLE = "SM000000245";

	private static final String WAITING = """
			SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'
			""";

	private final AirtableStandIn airtable = AirtableStandIn
		.start(AirtableOptions.of(SeedSchema.bases(BASE, BASE, BASE).toArray(BaseSpec[]::new)));

	private final Stage stage = Stage.set()
		.with("AIRTABLE_API_URL", this.airtable.url())
		.with("AIRTABLE_API_KEY", this.airtable.token())
		.with("LEADS_CONVOS_BASE", BASE)
		.with("AIRTABLE_REQUESTS_PER_SECOND", "4");

	@BeforeEach
	void sellersWrite() {
		var cast = new Cast(this.stage);
		cast.numbers(1);
		cast.write(TEXTS, SELLERS);
	}

	@AfterEach
	void close() {
		this.stage.close();
		this.airtable.close();
	}

	@Test
	void restartGoesOnAtTheChunkThatWasKilledAndWritesNothingTwice() throws Exception {
		var committed = killInTheSecondChunk();
		assertThat(committed).hasSize(CHUNK);
		assertThat(this.stage.count("SELECT count(*) FROM conversation")).isEqualTo(CHUNK);
		var restart = this.stage.start("jobs", "restart", String.valueOf(execution()));
		assertThat(restart.exit()).as(restart::output).isZero();
		assertThat(linked()).hasSize(TEXTS).containsAllEntriesOf(committed);
		assertThat(this.stage.count("SELECT count(DISTINCT sid) FROM conversation")).isEqualTo(TEXTS);
		assertThat(this.stage.count("SELECT sum(reply_count) FROM prospect")).isEqualTo(TEXTS);
		assertThat(steps()).containsExactly("FAILED read 200 wrote 200", "COMPLETED read 90 wrote 90");
	}

	/** The row that the job waits for is held from here: it is killed while it waits. */
	private Map<String, String> killInTheSecondChunk() throws SQLException {
		try (var connection = this.stage.connection()) {
			connection.setAutoCommit(false);
			hold(connection);
			var job = this.stage.start("run", "autolinker");
			await().atMost(Duration.ofMinutes(1)).until(() -> this.stage.count(WAITING) == 1 || job.hasEnded());
			assertThat(job.hasEnded()).as(job::output).isFalse();
			job.kill();
		}
		this.stage.awaitSilence();
		return linked();
	}

	private static void hold(Connection connection) throws SQLException {
		try (var statement = connection.createStatement()) {
			statement.execute("SELECT 1 FROM inbound WHERE sid = '" + IN_THE_MIDDLE + "' FOR UPDATE");
		}
	}

	private long execution() {
		return this.stage.count("SELECT max(job_execution_id) FROM batch_job_execution");
	}

	/** Each linked text with the transaction that linked it. */
	private Map<String, String> linked() {
		var linked = new TreeMap<String, String>();
		this.stage.jdbc().sql("SELECT sid, xmin::text AS by FROM inbound WHERE linked_at IS NOT NULL").query((row) -> {
			linked.put(row.getString("sid"), row.getString("by"));
		});
		return linked;
	}

	/** Each run of the step: how far it came. */
	private List<String> steps() {
		return this.stage.jdbc().sql("""
				SELECT status || ' read ' || read_count || ' wrote ' || write_count FROM batch_step_execution
				WHERE step_name = 'link-inbound' ORDER BY step_execution_id
				""").query(String.class).list();
	}

}
