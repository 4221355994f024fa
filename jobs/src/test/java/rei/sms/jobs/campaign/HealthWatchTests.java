package rei.sms.jobs.campaign;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;
import rei.sms.db.number.SendingNumbers;
import rei.sms.db.operations.Pause;
import rei.sms.db.operations.Pauses;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/** What carriers filter or sellers leave is paused, once it is sure, and said. */
@JobTest
@Import(CampaignTestContext.class)
class HealthWatchTests {

	private static final String OURS = "+18325550100";

	@Autowired
	private Job campaignSend;

	@Autowired
	private HealthWatch watch;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private Story story;

	@Autowired
	private Pauses pauses;

	@Autowired
	private SendingNumbers numbers;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private UUID campaign;

	@BeforeEach
	void houston() {
		this.rows.clear();
		this.clock.set(JobTestContext.MONDAY_NOON);
		this.campaign = this.story.houston();
	}

	@ParameterizedTest(name = "{0} texts, {1} filtered, {2} opted out, {3} failed: stopped {4}")
	@CsvSource({ "100, 10, 0, 0, false", "100, 15, 0, 0, false", "100, 16, 0, 0, true", "99, 99, 0, 0, false",
			"200, 0, 50, 0, false", "200, 0, 52, 0, true", "100, 0, 0, 78, false", "100, 0, 0, 79, true",
			"100, 0, 0, 0, false" })
	void onlyWhatIsSurelyPastAThresholdIsStopped(int texts, int filtered, int optedOut, int failed, boolean stopped) {
		went(texts, filtered, optedOut, failed);
		assertThat(this.watch.look() > 0).isEqualTo(stopped);
		assertThat(this.rows.text("SELECT status FROM campaign")).isEqualTo(stopped ? "PAUSED" : "RUNNING");
		assertThat(this.pauses.all()).hasSize(stopped ? 1 : 0);
		assertThat(this.rows.count("problem WHERE code = 'sending-health'")).isEqualTo(stopped ? 3 : 0);
		assertThat(this.rows
			.text("SELECT settled || ' ' || filtered || ' ' || opted_out FROM health WHERE scope = 'NUMBER'"))
			.isEqualTo(texts + " " + filtered + " " + optedOut);
		assertThat(this.rows.count("health WHERE filtered_low <= filtered::float8 / settled AND filtered_high >= "
				+ "filtered::float8 / settled AND delivered_low <= delivered_high"))
			.isEqualTo(3);
	}

	@Test
	void aStoppedTemplateIsHeldWithItsReasonUntilAPersonLetsItGo() {
		went(100, 30, 0, 0);
		this.watch.look();
		assertThat(this.pauses.all()).singleElement().satisfies((pause) -> {
			assertThat(pause.scope()).isEqualTo(Pause.Scope.TEMPLATE);
			assertThat(pause.value()).isEqualTo("recT1");
			assertThat(pause.reason()).isEqualTo("recT1: 30 of 100 filtered (30.0 %)");
		});
		this.jdbc.sql("UPDATE campaign SET status = 'RUNNING'").update();
		this.story.prospects(this.campaign, 2);
		this.jobs.run(this.campaignSend);
		assertThat(this.rows.count("outbox")).as("no other template can begin").isZero();
		this.clock.advance(Duration.ofMinutes(2));
		this.pauses.resume(Pause.Scope.TEMPLATE, "recT1");
		this.jobs.run(this.campaignSend);
		assertThat(this.rows.count("outbox")).isEqualTo(2);
		assertThat(this.rows.text("SELECT status FROM campaign")).as("what went before the stop counts no more")
			.isEqualTo("RUNNING");
		assertThat(this.rows.count("problem WHERE code = 'sending-health' AND subject NOT LIKE 'NUMBER%'")).isZero();
	}

	@Test
	void aNumberThatFaresBadlyIsChosenLast() {
		went(100, 30, 0, 0);
		this.watch.look();
		assertThat(this.numbers.all()).filteredOn((number) -> number.poor())
			.singleElement()
			.satisfies((number) -> assertThat(number.phone().e164()).isEqualTo(OURS));
		assertThat(this.rows.count("number WHERE active")).as("it stays in use").isEqualTo(2);
		this.clock.advance(Duration.ofDays(8));
		this.watch.look();
		assertThat(this.numbers.all()).noneMatch((number) -> number.poor());
		assertThat(this.rows.count("problem WHERE subject LIKE 'NUMBER%'")).isZero();
	}

	@Test
	void theSameTextsAreJudgedOnceAMinute() {
		went(100, 0, 0, 0);
		assertThat(this.watch.look()).isZero();
		this.jdbc.sql("UPDATE attempt SET error_code = '30007', status = 'UNDELIVERED'").update();
		assertThat(this.watch.look()).isZero();
		this.clock.advance(Duration.ofSeconds(61));
		assertThat(this.watch.look()).isEqualTo(2);
	}

	/** Texts that went an hour ago, and what became of them. */
	private void went(int texts, int filtered, int optedOut, int failed) {
		var at = this.clock.instant().minus(Duration.ofHours(1));
		var template = this.jdbc.sql("SELECT id FROM template_version").query(UUID.class).single();
		var prospect = this.rows.insert("prospect", Map.of("phone1", "+17135550000"));
		IntStream.range(0, texts).forEach((n) -> {
			var phone = "+1713556" + String.format("%04d", n);
			this.rows.insert("contact", Map.of("phone", phone, "prospect_id", prospect));
			var id = this.rows.insert("conversation",
					Map.of("direction", "OUTBOUND", "kind", "CAMPAIGN", "seller_phone", phone, "our_number", OURS,
							"body", "Hi", "status", "SENT", "campaign_id", this.campaign, "template_version_id",
							template, "prospect_id", prospect, "processed_by", "CAMPAIGN_RUNNER"));
			var delivered = n >= filtered + failed;
			this.jdbc
				.sql("""
						INSERT INTO attempt (conversation_id, seller_phone, our_number, decided_at, allowed, rule, rule_version,
							segments, outcome, status, error_code)
						VALUES (:id, :phone, :ours, :at, true, 'allowed', '1', 1, 'TAKEN', :status, :error::text)
						""")
				.param("id", id)
				.param("phone", phone)
				.param("ours", OURS)
				.param("at", Sql.at(at))
				.param("status", delivered ? "DELIVERED" : "UNDELIVERED")
				.param("error", (n < filtered) ? "30007" : null)
				.update();
			if (n >= texts - optedOut) {
				this.rows.insert("suppression", Map.of("phone", phone, "reason", "STOP", "source", "CAMPAIGN", "since",
						Sql.at(at.plusSeconds(60))));
			}
		});
	}

}
