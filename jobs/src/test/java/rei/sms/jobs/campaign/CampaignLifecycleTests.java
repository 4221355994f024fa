package rei.sms.jobs.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/** A campaign's life by time and by what came of it (decision 32), and its canary. */
@JobTest
@Import(CampaignTestContext.class)
class CampaignLifecycleTests {

	private static final Instant NOON = JobTestContext.MONDAY_NOON;

	@Autowired
	private Job campaignSend;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private Story story;

	@Autowired
	private MutableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() {
		this.rows.clear();
		this.clock.set(NOON);
	}

	@ParameterizedTest(name = "{0} from {1} to {2} minutes from now is {3} and queues {4}")
	@CsvSource({ "DRAFT, -60, 60, DRAFT, 0", "PAUSED, -60, 60, PAUSED, 0", "COMPLETED, -60, 60, COMPLETED, 0",
			"SCHEDULED, 1, 60, SCHEDULED, 0", "SCHEDULED, 0, 60, RUNNING, 1", "SCHEDULED, -5, 60, RUNNING, 1",
			"SCHEDULED, -60, 0, COMPLETED, 0", "RUNNING, -60, 60, RUNNING, 1", "RUNNING, , , RUNNING, 1",
			"RUNNING, 1, 60, RUNNING, 0", "RUNNING, -60, 0, COMPLETED, 0", "RUNNING, -60, -1, COMPLETED, 0",
			"SCHEDULED, , , SCHEDULED, 0" })
	void campaignOf(String status, Integer start, Integer end, String then, int queued) {
		this.story.houston();
		this.jdbc.sql("DELETE FROM campaign").update();
		var values = new HashMap<String, Object>(Map.of("status", status));
		if (start != null) {
			values.put("start_time", Sql.at(NOON.plus(Duration.ofMinutes(start))));
			values.put("end_time", Sql.at(NOON.plus(Duration.ofMinutes(end))));
		}
		this.story.prospect(this.story.campaign("Houston fall", values), "+17135550101");
		this.jobs.run(this.campaignSend);
		assertThat(status()).isEqualTo(then);
		assertThat(this.rows.count("outbox")).isEqualTo(queued);
	}

	@Test
	void completeWhenNobodyIsLeftToPlanOrSend() {
		this.story.prospects(this.story.houston(), 3);
		this.jobs.run(this.campaignSend, 2);
		this.jdbc.sql("DELETE FROM outbox").update();
		this.jobs.run(this.campaignSend);
		assertThat(status()).isEqualTo("RUNNING");
		this.jobs.run(this.campaignSend);
		assertThat(status()).isEqualTo("RUNNING");
		this.jdbc.sql("DELETE FROM outbox").update();
		this.jobs.run(this.campaignSend);
		assertThat(status()).isEqualTo("COMPLETED");
	}

	@Test
	void completeWhenEverybodyIsLeftOut() {
		this.story.prospect(this.story.houston(), "no phone");
		this.jobs.run(this.campaignSend);
		this.jobs.run(this.campaignSend);
		assertThat(status()).isEqualTo("COMPLETED");
	}

	@Test
	void holdWhoCannotBeTextedBeforeTheEnd() {
		this.story.prospects(ending(Duration.ofMinutes(1)), 60);
		this.jobs.run(this.campaignSend);
		assertThat(this.rows.count("outbox")).isBetween(38, 40);
		assertThat(this.rows.count("outbox WHERE not_before >= timestamptz '2026-11-23T18:01:02Z'")).isZero();
		assertThat(this.rows.text("SELECT last_run_result FROM campaign"))
			.contains("no time left before the campaign ends");
		this.jdbc.sql("UPDATE campaign SET end_time = end_time + interval '1 hour'").update();
		this.jobs.run(this.campaignSend);
		assertThat(this.rows.count("outbox")).isEqualTo(60);
	}

	@Test
	void canaryHoldsAfterItsFirstTexts() {
		var campaign = canary(10);
		this.jobs.run(this.campaignSend);
		this.jobs.run(this.campaignSend);
		assertThat(this.rows.count("outbox")).isEqualTo(10);
		sent(campaign, 10, "DELIVERED");
		this.clock.advance(Duration.ofMinutes(29));
		this.jobs.run(this.campaignSend);
		assertThat(this.rows.count("recipient")).isEqualTo(10);
		assertThat(this.rows.text("SELECT last_run_result FROM campaign")).startsWith("Held: what the first 10 answer");
		this.clock.advance(Duration.ofMinutes(2));
		this.jobs.run(this.campaignSend);
		assertThat(this.rows.count("recipient")).isEqualTo(30);
		assertThat(this.rows.count("problem WHERE code LIKE 'campaign%'")).isZero();
	}

	@Test
	void canaryStopsTheCampaignWhenCarriersFilterIt() {
		var campaign = canary(10);
		this.jobs.run(this.campaignSend);
		sent(campaign, 6, "DELIVERED");
		sent(campaign, 4, "UNDELIVERED");
		this.jdbc.sql("UPDATE conversation SET error_code = '30007' WHERE status = 'UNDELIVERED'").update();
		this.jobs.run(this.campaignSend);
		assertThat(status()).isEqualTo("PAUSED");
		assertThat(this.rows.text("SELECT last_run_result FROM campaign"))
			.isEqualTo("Stopped by its first texts: 4 of 10 filtered (40.0 %)");
		assertThat(this.rows.count("problem WHERE code = 'campaign-canary' AND subject = 'Houston canary'"))
			.isEqualTo(1);
	}

	@Test
	void canaryStopsTheCampaignWhenSellersOptOut() {
		var campaign = canary(10);
		this.jobs.run(this.campaignSend);
		sent(campaign, 10, "DELIVERED");
		this.jdbc.sql("""
				INSERT INTO suppression (phone, reason, source, since)
				SELECT phone, 'STOP', 'CAMPAIGN', :now FROM recipient ORDER BY phone LIMIT 4
				""").param("now", Sql.at(this.clock.instant())).update();
		this.jobs.run(this.campaignSend);
		assertThat(status()).isEqualTo("PAUSED");
	}

	@Test
	void canaryThatAPersonLetsGoOnGoesOn() {
		canaryStopsTheCampaignWhenCarriersFilterIt();
		this.jdbc.sql("UPDATE campaign SET status = 'RUNNING'").update();
		this.jobs.run(this.campaignSend);
		assertThat(status()).isEqualTo("RUNNING");
		assertThat(this.rows.count("recipient")).isEqualTo(30);
		assertThat(this.rows.count("problem WHERE code = 'campaign-canary'")).isZero();
	}

	private UUID canary(int first) {
		this.story.houston();
		this.jdbc.sql("DELETE FROM campaign").update();
		var campaign = this.story.campaign("Houston canary", Map.of("canary", first));
		this.story.prospects(campaign, 30);
		return campaign;
	}

	private UUID ending(Duration left) {
		this.story.houston();
		this.jdbc.sql("DELETE FROM campaign").update();
		return this.story.campaign("Houston fall", Map.of("end_time", Sql.at(NOON.plus(left))));
	}

	/** Lets so many queued texts of a campaign come to an end. */
	private void sent(UUID campaign, int texts, String status) {
		this.jdbc
			.sql("""
					WITH went AS (DELETE FROM outbox WHERE conversation_id IN (
						SELECT conversation_id FROM outbox WHERE campaign_id = :campaign LIMIT :texts) RETURNING conversation_id)
					UPDATE conversation SET status = :status, sent_at = :now FROM went WHERE id = went.conversation_id
					""")
			.param("campaign", campaign)
			.param("texts", texts)
			.param("status", status)
			.param("now", Sql.at(this.clock.instant()))
			.update();
	}

	private String status() {
		return this.rows.text("SELECT status FROM campaign");
	}

}
