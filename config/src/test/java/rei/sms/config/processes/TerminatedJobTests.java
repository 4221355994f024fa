package rei.sms.config.processes;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.Limits;
import rei.sms.sandbox.trial.SeedSchema;
import rei.sms.sandbox.trial.TrialBases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A run that gets a SIGTERM while the provider is taking its texts. */
class TerminatedJobTests {

	private static final int TEXTS = 60;

	private static final int SIGTERM = 128 + 15;

	private static final String BASE = TrialBases.ONE.leads();

	private final AirtableStandIn airtable = AirtableStandIn
		.start(AirtableOptions.of(SeedSchema.bases(BASE, BASE, BASE).toArray(BaseSpec[]::new)).limits(Limits.NONE));

	private final Stage stage = Stage.set()
		.with("SEND_CONCURRENCY", "4")
		.with("AIRTABLE_API_URL", this.airtable.url())
		.with("AIRTABLE_API_KEY", this.airtable.token())
		.with("AIRTABLE_REQUESTS_PER_SECOND", "50")
		.with("LEADS_CONVOS_BASE", BASE);

	@AfterEach
	void close() {
		this.stage.close();
		this.airtable.close();
	}

	@Test
	void textsInFlightAreSettledAndTheRunIsTakenUpAgain() throws Exception {
		var cast = new Cast(this.stage);
		cast.numbers(1);
		cast.queue(TEXTS);
		this.stage.provider().latency(Duration.ofMillis(400));
		var run = this.stage.start("run", "retry");
		await().atMost(Duration.ofMinutes(1))
			.until(() -> this.stage.count("SELECT count(*) FROM outbox WHERE state = 'SENDING'") > 0 || run.hasEnded());
		run.terminate();
		assertThat(run.exit()).as(run::output).isEqualTo(SIGTERM);
		var taken = this.stage.provider().texts().size();
		assertThat(taken).isBetween(1, TEXTS - 1);
		assertThat(this.stage.count("SELECT count(*) FROM attempt WHERE outcome = 'TAKEN'")).isEqualTo(taken);
		assertThat(this.stage.count("SELECT count(*) FROM attempt WHERE allowed AND outcome IS NULL")).isZero();
		assertThat(this.stage.count("SELECT count(*) FROM outbox WHERE state = 'QUEUED'")).isEqualTo(TEXTS - taken);
		assertThat(this.stage.count("SELECT count(*) FROM batch_job_execution WHERE status = 'STOPPED'")).isOne();
		this.stage.provider().latency(Duration.ZERO);
		assertThat(this.stage.type("jobs", "restart", "1")).isZero();
		assertThat(this.stage.provider().texts()).hasSize(TEXTS);
		assertThat(this.stage.provider().duplicates()).isZero();
	}

}
