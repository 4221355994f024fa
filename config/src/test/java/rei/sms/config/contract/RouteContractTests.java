package rei.sms.config.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import rei.sms.config.roles.House;
import rei.sms.sandbox.airtable.AirtableFaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What each of the operator's routes answers, as the interface's page has it. */
@ExtendWith(OpenHouse.class)
class RouteContractTests {

	private final House house;

	RouteContractTests(House house) {
		this.house = house;
	}

	@ParameterizedTest
	@CsvSource({ "/jobs/autolinker, autolinker, linked", "/jobs/intent-batch, intent-batch, classified",
			"/jobs/lead-promoter, lead-promoter, promoted", "/jobs/enrichment, enrichment,",
			"/jobs/delivery-receipts, delivery-receipts,", "/jobs/airtable-pull, airtable-pull,",
			"/jobs/airtable-push, airtable-push,", "/run-campaigns, campaign-send,",
			"/autoresponder/autoresponder, autoresponder,", "/retry, retry,", "/reset-quotas, quota-reset,",
			"/aggregate-kpis, kpi-rollup," })
	void launchAnswersTheRunAndItsCounts(String path, String job, String word) {
		var answer = this.house.caller().post(path, Map.of());
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		var run = answer.json();
		assertThat(run.get("job").asString()).isEqualTo(job);
		assertThat(run.get("status").asString()).isEqualTo("COMPLETED");
		assertThat(run.get("job_execution_id").isIntegralNumber()).isTrue();
		assertThat(run.get("counts").propertyNames()).containsExactlyInAnyOrder("read", "written", "skipped",
				"retried");
		assertThat(word == null || run.get(word).isIntegralNumber()).isTrue();
	}

	@Test
	void tickAnswersEachJobsStatusCountsAndTime() {
		var jobs = this.house.caller().post("/cron/all", Map.of("limit", 1)).json().get("jobs");
		assertThat(jobs.propertyNames()).startsWith("airtable-pull")
			.endsWith("airtable-push")
			.hasSize(12)
			.allSatisfy((job) -> {
				assertThat(jobs.get(job).get("status").asString()).isEqualTo("COMPLETED");
				assertThat(jobs.get(job).has("counts")).isTrue();
				assertThat(jobs.get(job).get("milliseconds").isIntegralNumber()).isTrue();
			});
	}

	@Test
	void tickGoesOnPastAJobThatFailsAndItsRunCanBeRestarted() {
		this.house.caller().form("/inbound", Texts.from(House.seller(), "hello"));
		this.house.run("autolinker");
		breakEnrichment();
		var jobs = this.house.caller().post("/cron/all", Map.of()).json().get("jobs");
		mendEnrichment();
		assertThat(jobs.get("enrichment").get("status").asString()).isEqualTo("FAILED");
		assertThat(jobs.properties().stream().filter((job) -> !job.getKey().equals("enrichment")))
			.allSatisfy((job) -> assertThat(job.getValue().get("status").asString()).isEqualTo("COMPLETED"));
		assertThat(this.house.problems("job-failed")).hasSize(1);
		var failed = jobs.get("enrichment").get("job_execution_id").asString();
		var restarted = this.house.caller().post("/jobs/executions/" + failed + "/restart", Map.of());
		assertThat(restarted.text("status")).as(restarted.body()).isEqualTo("COMPLETED");
		assertThat(this.house.problems("job-failed")).isEmpty();
	}

	@Test
	void jobThatIsNotThereIsNotFound() {
		var answer = this.house.caller().post("/jobs/no-such-job", Map.of());
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.type()).isEqualTo("application/problem+json");
	}

	@Test
	void jobThatRunsIsNamedToWhoLaunchesItAgain() {
		this.house.airtable().latency(Duration.ofMillis(300));
		try {
			var running = this.house.caller().post("/jobs/airtable-pull?async=true", Map.of());
			assertThat(running.status()).isEqualTo(202);
			var again = this.house.caller().post("/jobs/airtable-pull", Map.of());
			assertThat(again.status()).isEqualTo(409);
			assertThat(again.json().get("job_execution_id")).isEqualTo(running.json().get("job_execution_id"));
			await().until(() -> hasEnded(running.text("job_execution_id")));
		}
		finally {
			this.house.airtable().latency(Duration.ZERO);
		}
	}

	@Test
	void limitComesByBodyFormOrQuery() {
		var seller = House.seller();
		for (int text = 0; text < 3; text++) {
			this.house.caller().form("/inbound", Texts.from(seller, "number " + text));
		}
		assertThat(this.house.caller().post("/jobs/autolinker", Map.of("limit", 1)).text("linked")).isEqualTo("1");
		assertThat(this.house.caller().form("/jobs/autolinker", Map.of("Limit", "1")).text("linked")).isEqualTo("1");
		assertThat(this.house.caller().post("/jobs/autolinker?limit=1", Map.of()).text("linked")).isEqualTo("1");
	}

	@Test
	void executionsAreListedWithTheirSteps() {
		var id = this.house.caller().run("autolinker").text("job_execution_id");
		assertThat(this.house.caller().get("/jobs/executions").json().get("executions").valueStream())
			.anyMatch((run) -> run.get("job_execution_id").asString().equals(id));
		var run = this.house.caller().get("/jobs/executions/" + id).json();
		assertThat(Instant.parse(run.get("ended").asString())).isAfterOrEqualTo(run.get("started").asString());
		var step = run.get("steps").get(0);
		assertThat(step.propertyNames()).contains("step", "status", "read", "written", "skipped", "retried", "commits",
				"rollbacks", "started", "ended", "error");
		assertThat(step.get("error").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "'', hello, To", "12, hello, To", "+17135550100, '', Body", "+17135550100, '  ', Body" })
	void messageThatLacksSomethingNamesIt(String to, String body, String field) {
		var answer = this.house.caller().post("/messages", Map.of("To", to, "Body", body));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.text("detail")).startsWith(field);
	}

	@Test
	void messageToAnUnknownPhoneMakesAProspectAndGoesOutUnderAPersonsName() {
		var seller = House.seller();
		var answer = this.house.caller().post("/messages", Map.of("to", seller, "body", "It's me", "from", House.OURS));
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("conversation_id", "not_before");
		this.house.run("retry", "airtable-push", "airtable-push");
		assertThat(this.house.provider().textsTo(seller)).hasSize(1);
		var shown = this.house.row("Conversations", "Seller Phone Number", seller);
		assertThat(shown.text("Processed By")).isEqualTo("Manual / Human");
		assertThat(shown.links("Prospect")).hasSize(1);
	}

	@Test
	void messageToWhoOptedOutIsRefused() {
		var seller = House.seller();
		this.house.caller().form("/inbound", Texts.from(seller, "STOP"));
		assertThat(this.house.caller().post("/messages", Map.of("To", seller, "Body", "hello")).status())
			.isEqualTo(409);
	}

	@Test
	void threadTellsEachMessageItsDeliveriesAndTheGatesDecisions() {
		var seller = House.seller();
		var id = this.house.caller()
			.post("/messages", Map.of("To", seller, "Body", "hello", "From", House.OURS))
			.text("conversation_id");
		this.house.run("retry");
		var sid = this.house.provider().textsTo(seller).getFirst().sid();
		this.house.caller().form("/delivery", Texts.receipt(sid, seller, "delivered"));
		this.house.run("delivery-receipts");
		var message = this.house.caller().get("/conversations/" + id).json();
		assertThat(message.get("conversation").get("status").asString()).isEqualTo("DELIVERED");
		assertThat(message.get("deliveries")).isNotEmpty();
		assertThat(message.get("decisions").get(0).get("allowed").asBoolean()).isTrue();
		assertThat(this.house.caller().get("/conversations?phone=" + seller.substring(1)).json().get("conversations"))
			.hasSize(1);
	}

	@Test
	void pausedScopesAreToldAndResumed() {
		var paused = this.house.caller()
			.post("/pause", Map.of("market", "Tampa, FL", "reason", "complaints"))
			.json()
			.get("paused")
			.get(0);
		assertThat(paused.get("scope").asString()).isEqualTo("market");
		assertThat(paused.get("value").asString()).isEqualTo("Tampa, FL");
		assertThat(paused.get("reason").asString()).isEqualTo("complaints");
		assertThat(this.house.caller().get("/health").json().get("paused")).hasSize(1);
		assertThat(this.house.caller().form("/resume", Map.of("MARKET", "Tampa, FL")).json().get("paused")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "status", "database", "numbers", "airtable", "provider", "backlog", "mirror", "jobs",
			"paused", "problems" })
	void healthTellsHowEachPartIs(String part) {
		assertThat(this.house.caller().get("/health").json().has(part)).isTrue();
	}

	@Test
	void healthTellsWhatAMonthOfAirtableTakesAndThatItIsUsedUp() {
		var month = base();
		assertThat(month.get("calls").asLong()).isPositive();
		assertThat(month.get("forecast").asLong()).isGreaterThanOrEqualTo(month.get("calls").asLong());
		this.house.airtable().faults().next(1, AirtableFaults.billingLimit(), (call) -> true);
		this.house.run("airtable-pull");
		assertThat(base().get("status").asString()).isEqualTo("stopped: billing");
		assertThat(this.house.problems("airtable-billing")).isNotEmpty();
		this.house.database().sql("UPDATE airtable_base SET blocked_until = NULL, blocked_why = NULL").update();
		this.house.run("airtable-pull");
		assertThat(this.house.problems("airtable-billing")).isEmpty();
	}

	private JsonNode base() {
		return this.house.caller().get("/health").json().get("airtable").get("bases").get(0);
	}

	@Test
	void pingAnswersOk() {
		assertThat(this.house.caller().get("/ping").body()).isEqualTo("OK");
	}

	@Test
	void metricsAreForPrometheus() {
		var answer = this.house.caller().get("/metrics");
		assertThat(answer.type()).startsWith("text/plain");
		assertThat(answer.body()).contains("# TYPE ");
	}

	@Test
	void brokenBodiesOfOperatorsAreTheirFault() {
		for (var path : List.of("/messages", "/pause", "/jobs/autolinker", "/cron/all")) {
			var answer = this.house.caller().post(path, Map.of("limit", "many", "number", "x"));
			assertThat(answer.status()).as(path + answer.body()).isBetween(400, 422);
			assertThat(answer.type()).isEqualTo("application/problem+json");
		}
	}

	private void breakEnrichment() {
		this.house.database().sql("""
				CREATE FUNCTION break_enrichment() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
					RAISE EXCEPTION 'lost' USING ERRCODE = '53200';
				END $$
				""").update();
		this.house.database()
			.sql("CREATE TRIGGER break_enrichment BEFORE UPDATE OF line_type ON contact EXECUTE FUNCTION break_enrichment()")
			.update();
	}

	private void mendEnrichment() {
		this.house.database().sql("DROP FUNCTION break_enrichment CASCADE").update();
	}

	private boolean hasEnded(String execution) {
		return !this.house.caller().get("/jobs/executions/" + execution).text("status").startsWith("START");
	}

}
