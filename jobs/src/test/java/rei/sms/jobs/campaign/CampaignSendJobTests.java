package rei.sms.jobs.campaign;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;
import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.suppression.Suppression;
import rei.sms.db.suppression.SuppressionReason;
import rei.sms.db.suppression.SuppressionSource;
import rei.sms.db.suppression.Suppressions;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;
import static rei.sms.jobs.campaign.Story.HOUSTON;

/** Who of a campaign's list is chosen, once, and who is left out, and why. */
@JobTest
@Import(CampaignTestContext.class)
class CampaignSendJobTests {

	private static final String ANN = "+17135550101";

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
	private Contacts contacts;

	@Autowired
	private Suppressions suppressions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private List<String> dispatched;

	@BeforeEach
	void empty() {
		this.rows.clear();
		this.dispatched.clear();
		this.clock.set(JobTestContext.MONDAY_NOON);
	}

	@Test
	void planWritesTheTextThatGoesOut() {
		var campaign = this.story.houston();
		this.story.prospect(campaign, ANN);
		run();
		assertThat(this.rows.text("SELECT body FROM conversation"))
			.isEqualTo("Hi Ann, it's Sam at Bayou Homes. Do you still own 12 Oak St? Reply STOP to opt out.");
		assertThat(this.rows.count("""
				conversation WHERE direction = 'OUTBOUND' AND status = 'QUEUED' AND kind = 'CAMPAIGN'
					AND processed_by = 'CAMPAIGN_RUNNER' AND stage = 'OWNERSHIP_CONFIRMATION'
					AND template_version_id IS NOT NULL AND segments = 1 AND seller_phone = '+17135550101'
				""")).isEqualTo(1);
		assertThat(this.rows.count("outbox WHERE market = 'Houston, TX' AND our_number LIKE '+1832%'")).isEqualTo(1);
		assertThat(this.rows.text("SELECT status FROM prospect")).isEqualTo("QUEUED");
		assertThat(this.rows.count("contact WHERE states = '{TX}' AND zones = '{America/Chicago}'")).isEqualTo(1);
		assertThat(this.rows.text("SELECT contacts FROM campaign")).isEqualTo("1");
		assertThat(this.rows.text("SELECT last_run_result FROM campaign")).isEqualTo("Queued 1, 0 to go");
		assertThat(this.dispatched).containsExactly("campaign-send");
	}

	@Test
	void planAgainWritesNothingTwice() {
		var campaign = this.story.houston();
		this.story.prospects(campaign, 30);
		run();
		var again = run();
		assertThat(TestJobs.step(again, "plan-recipients").getReadCount()).isZero();
		assertThat(this.rows.count("conversation")).isEqualTo(30);
		assertThat(this.rows.count("recipient")).isEqualTo(30);
		assertThat(this.rows.text("SELECT version FROM campaign")).isEqualTo("3");
	}

	@Test
	void planLeavesOutWhoMustNotBeTextedAndSaysWhy() {
		var campaign = this.story.houston();
		this.story.prospect(campaign, "+17135550111", Map.of("opt_out", true));
		this.story.prospect(campaign, "+17135550112", Map.of("stage", "DNC"));
		this.story.prospect(campaign, "+17135550113", Map.of("status", "NOT_INTERESTED"));
		this.story.prospect(campaign, "");
		this.story.prospect(campaign, "call me");
		this.story.prospect(campaign, "+17131550101");
		this.story.prospect(campaign, "+17135550114");
		suppress("+17135550114");
		this.story.prospect(campaign, "+17135550115");
		known("+17135550115", "last_campaign_at = now_ - interval '71 h'");
		this.story.prospect(campaign, "+17135550116");
		known("+17135550116", "unreachable_at = now_");
		this.story.prospect(campaign, "+17135550117");
		known("+17135550117", "stage = 'OFFER_FOLLOW_UP'");
		this.story.prospect(campaign, "+17135550118");
		known("+17135550118", "stage = 'OPT_OUT'");
		this.story.prospect(campaign, "+17135550119", Map.of("address", " "));
		run();
		assertThat(this.rows.count("outbox")).isZero();
		assertThat(reasons()).containsExactly("in conversation=1", "no phone=1", "no valid phone=2", "opted out=1",
				"phone unreachable=1", "said not interested=1", "stage is OPT OUT or DNC=2", "suppressed=1",
				"texted by a campaign in the last 72 h=1", "unresolved {Address}=1");
		assertThat(this.rows.text("SELECT last_run_result FROM campaign"))
			.startsWith("Left out 12 (1 in conversation, ")
			.endsWith("0 to go");
	}

	@Test
	void planTextsAPhoneOfSeveralOwnersOnce() {
		var campaign = this.story.houston();
		this.story.prospect(campaign, ANN);
		this.story.prospect(campaign, ANN, Map.of("address", "13 ELM ST", "first_name", "BOB"));
		this.story.prospect(campaign, "(713) 555-0101", Map.of("address", "14 ELM ST"));
		run();
		assertThat(this.rows.count("outbox")).isEqualTo(1);
		assertThat(reasons()).containsExactly("phone already in this campaign=2");
	}

	@Test
	void planTextsAPhoneOfTwoCampaignsOnce() {
		var campaign = this.story.houston();
		this.story.prospect(campaign, ANN);
		this.story.prospect(this.story.campaign("Houston summer", Map.of()), ANN);
		run();
		run();
		assertThat(this.rows.count("outbox")).isEqualTo(1);
		assertThat(reasons()).containsExactly("texted by a campaign in the last 72 h=1");
	}

	@Test
	void planTextsAgainAfterThreeDays() {
		var campaign = this.story.houston();
		this.story.prospect(campaign, ANN);
		known(ANN, "last_campaign_at = now_ - interval '72 h'");
		run();
		assertThat(this.rows.count("outbox")).isEqualTo(1);
	}

	@Test
	void planTriesPhoneTwoOnlyWhenPhoneOneIsUnreachable() {
		var campaign = this.story.houston();
		this.story.prospect(campaign, ANN, Map.of("phone2", "+17135550201"));
		this.story.prospect(campaign, "+17135550102", Map.of("phone2", "+17135550202"));
		known("+17135550102", "unreachable_at = now_");
		this.story.prospect(campaign, "+18005551234", Map.of("phone2", "+17135550203"));
		run();
		assertThat(this.rows.text("SELECT string_agg(seller_phone, ' ' ORDER BY seller_phone) FROM outbox"))
			.isEqualTo(ANN + " +17135550202 +17135550203");
	}

	@Test
	void planTakesTemplatesInTurn() {
		var campaign = this.story.houston();
		this.story.template("recT2", "Is {Address} yours? This is Ann.");
		this.story.template("recT3", Stage.OWNERSHIP_CONFIRMATION, "Wrong Number", "Sorry!");
		this.story.template("recT4", Stage.INTEREST_FEELER, "Intro", "Would you sell?");
		this.story.prospects(campaign, 10);
		run();
		assertThat(this.rows.count("conversation WHERE body LIKE 'Hi Ann%'")).isEqualTo(5);
		assertThat(this.rows.count("conversation WHERE body LIKE 'Is %'")).isEqualTo(5);
	}

	@Test
	void planUsesTheCampaignsOwnTemplates() {
		var campaign = this.story.houston();
		this.story.template("recT2", "Is {Address} yours? This is Ann.");
		this.story.link(campaign, "recT2");
		this.story.prospects(campaign, 4);
		run();
		assertThat(this.rows.count("conversation WHERE body LIKE 'Is %'")).isEqualTo(4);
	}

	@Test
	void planKeepsTheNumberThatAContactTalksWith() {
		var campaign = this.story.houston();
		this.story.number("+18135550100", "Tampa, FL");
		this.story.prospect(campaign, ANN, Map.of("our_number", "+18135550100"));
		run();
		assertThat(this.rows.text("SELECT our_number FROM outbox")).isEqualTo("+18135550100");
	}

	@Test
	void planSpreadsOverTheNumbersOfTheMarket() {
		var campaign = this.story.houston();
		this.story.number("+18135550100", "Tampa, FL");
		this.story.prospects(campaign, 40);
		run();
		assertThat(this.rows.text("SELECT string_agg(our_number || '=' || n, ' ' ORDER BY our_number) FROM "
				+ "(SELECT our_number, count(*) AS n FROM outbox GROUP BY our_number) s"))
			.isEqualTo("+18325550100=20 +18325550101=20");
		assertThat(this.rows.count("outbox WHERE not_before < timestamptz '2026-11-23T18:00:03Z'")).isEqualTo(10);
		assertThat(this.rows.count("outbox WHERE not_before > timestamptz '2026-11-23T18:00:57.9Z'")).isEqualTo(2);
		assertThat(this.rows.count("outbox WHERE not_before > timestamptz '2026-11-23T18:01:02Z'")).isZero();
	}

	@Test
	void planGoesOnWhereTheLastRunsTextsEnd() {
		var campaign = this.story.houston();
		this.story.prospects(campaign, 60);
		this.jobs.run(this.campaignSend, 30);
		this.jobs.run(this.campaignSend, 30);
		assertThat(this.rows.count("outbox WHERE not_before < timestamptz '2026-11-23T18:01:00Z'")).isBetween(36, 40);
		assertThat(this.rows.count("outbox WHERE not_before > timestamptz '2026-11-23T18:01:28.9Z'")).isEqualTo(2);
	}

	@Test
	void holdWithoutANumberOfTheMarketReportsAndWaits() {
		var campaign = this.story.houston();
		this.story.prospects(campaign, 3);
		this.jdbc.sql("UPDATE number SET active = false").update();
		run();
		assertThat(this.rows.count("outbox")).isZero();
		assertThat(this.rows.count("problem WHERE code = 'campaign-held' AND subject = 'Houston spring'")).isEqualTo(1);
		assertThat(this.rows.text("SELECT last_run_result FROM campaign"))
			.isEqualTo("Held: no active number in market Houston, TX, 3 to go");
		assertThat(this.rows.count("campaign_hold WHERE look_at > timestamptz '2026-11-23T18:00:59Z'")).isEqualTo(1);
		var version = this.rows.text("SELECT version FROM campaign");
		run();
		assertThat(this.rows.text("SELECT version FROM campaign")).isEqualTo(version);
		this.jdbc.sql("UPDATE number SET active = true").update();
		run();
		assertThat(this.rows.count("campaign_hold")).isZero();
		assertThat(this.rows.count("outbox")).isEqualTo(3);
		assertThat(this.rows.count("problem WHERE code = 'campaign-held'")).isZero();
	}

	@Test
	void holdAContactWhoseNumberRestsAndPlanTheOthers() {
		var campaign = this.story.houston();
		this.rows.insert("number", Map.of("phone", "+18325550109", "market", HOUSTON, "active", false));
		this.story.prospect(campaign, ANN, Map.of("our_number", "+18325550109"));
		this.story.prospect(campaign, "+17135550102");
		run();
		assertThat(this.rows.count("outbox")).isEqualTo(1);
		assertThat(this.rows.count("campaign_prospect WHERE outcome = 'HELD' AND planned_at IS NULL")).isEqualTo(1);
		this.jdbc.sql("UPDATE number SET active = true").update();
		run();
		assertThat(this.rows.count("outbox WHERE our_number = '+18325550109'")).isEqualTo(1);
	}

	@Test
	void holdWithoutATemplateOrAMarket() {
		var campaign = this.story.houston();
		this.jdbc.sql("UPDATE template SET active = false").update();
		this.story.prospects(campaign, 1);
		this.story.campaign("Nowhere", Map.of("market", "Atlantis"));
		this.story.template("recT9", Stage.OWNERSHIP_CONFIRMATION, "Intro", "This is {Agent}. Is {Address} yours?");
		run();
		assertThat(
				this.rows.text("SELECT string_agg(what, '; ' ORDER BY what) FROM problem WHERE code = 'campaign-held'"))
			.isEqualTo("Houston spring: its templates name {Agent}, which is not set; "
					+ "Nowhere: no market is called Atlantis");
	}

	@Test
	void holdWhereNobodySaysWhoWritesAndKeepEveryRecipient() {
		var campaign = this.story.houston();
		this.jdbc.sql("UPDATE template SET active = false").update();
		this.story.template("recT9", "Hi {First|there}, do you still own {Address}?");
		this.story.prospects(campaign, 3);
		run();
		assertThat(this.rows.count("outbox")).isZero();
		assertThat(this.rows.count("campaign_prospect WHERE planned_at IS NULL")).isEqualTo(3);
		assertThat(this.rows.text("SELECT last_run_result FROM campaign"))
			.isEqualTo("Held: its first texts do not say who writes, 3 to go");
		assertThat(this.rows.text("SELECT fix FROM problem WHERE code = 'campaign-held'"))
			.startsWith("Set AGENT_NAME or COMPANY_NAME");
		this.story.template("recT10", "Hi {First|there}, this is Sam. Do you still own {Address}?");
		run();
		assertThat(this.rows.count("outbox")).isEqualTo(3);
		assertThat(this.rows.count("problem WHERE code = 'campaign-held'")).isZero();
	}

	@Test
	void limitTakesCampaignsInTurn() {
		var one = this.story.houston();
		var two = this.story.campaign("Houston summer", Map.of());
		this.story.prospects(one, 20);
		for (int index = 0; index < 20; index++) {
			this.story.prospect(two, "+1713666%04d".formatted(index));
		}
		this.jobs.run(this.campaignSend, 10);
		assertThat(this.rows.count("outbox WHERE campaign_id = '" + one + "'")).isEqualTo(5);
		assertThat(this.rows.count("outbox WHERE campaign_id = '" + two + "'")).isEqualTo(5);
	}

	@Test
	void restartAfterAFailureGoesOnAtTheFailedChunk() {
		var campaign = this.story.houston();
		this.story.prospects(campaign, 1200);
		this.jdbc.sql("CREATE TABLE broken AS SELECT 1 AS one").update();
		this.jdbc.sql("""
				CREATE FUNCTION break_plan() RETURNS trigger LANGUAGE plpgsql AS $$
				BEGIN
					IF EXISTS (SELECT 1 FROM broken) AND (SELECT count(*) FROM outbox) > 700 THEN
						RAISE EXCEPTION 'lost' USING ERRCODE = '53200';
					END IF;
					RETURN NULL;
				END $$
				""").update();
		this.jdbc.sql("CREATE TRIGGER break_plan AFTER UPDATE ON campaign_prospect EXECUTE FUNCTION break_plan()")
			.update();
		var failed = this.jobs.run(this.campaignSend, 1200);
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.rows.count("outbox")).isEqualTo(500);
		assertThat(this.dispatched).isEmpty();
		this.jdbc.sql("DELETE FROM broken").update();
		var restarted = this.jobs.restart(failed);
		assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(TestJobs.step(restarted, "plan-recipients").getReadCount()).isEqualTo(700);
		assertThat(this.rows.count("outbox")).isEqualTo(1200);
		assertThat(this.rows.text("SELECT count(DISTINCT seller_phone) FROM conversation")).isEqualTo("1200");
		assertThat(this.rows.text("SELECT contacts FROM campaign")).isEqualTo("1200");
		assertThat(this.rows.count("parked")).isZero();
		this.jdbc.sql("DROP TRIGGER break_plan ON campaign_prospect").update();
	}

	@Test
	void stopThatComesBetweenReadingAndWritingWins() {
		var campaign = this.story.houston();
		this.story.prospect(campaign, ANN);
		this.jdbc
			.sql("""
					CREATE OR REPLACE FUNCTION stop_ann() RETURNS trigger LANGUAGE plpgsql AS $$
					BEGIN
						INSERT INTO suppression (phone, reason, source, since) VALUES (NEW.phone, 'STOP', 'CAMPAIGN', now());
						RETURN NEW;
					END $$
					""")
			.update();
		this.jdbc.sql("CREATE TRIGGER stop_ann BEFORE INSERT ON contact FOR EACH ROW EXECUTE FUNCTION stop_ann()")
			.update();
		run();
		this.jdbc.sql("DROP TRIGGER stop_ann ON contact").update();
		assertThat(this.rows.count("outbox")).isZero();
		assertThat(reasons()).containsExactly("stopped or texted while being planned=1");
	}

	@Test
	void textsOfTheEveningAreForTheNextMorning() {
		this.clock.advance(Duration.ofHours(9));
		var campaign = this.story.houston();
		this.story.prospect(campaign, ANN);
		run();
		assertThat(this.rows.count("outbox WHERE not_before BETWEEN timestamptz '2026-11-24T15:00:00Z' "
				+ "AND timestamptz '2026-11-24T15:00:06Z'"))
			.isEqualTo(1);
	}

	private void suppress(String phone) {
		this.suppressions.suppress(List.of(new Suppression(new PhoneNumber(phone), SuppressionReason.STOP,
				SuppressionSource.CAMPAIGN, "stop", null, this.clock.instant())));
	}

	private void known(String phone, String set) {
		this.contacts.ensure(List.of(new PhoneNumber(phone)), this.clock.instant());
		this.jdbc.sql("UPDATE contact SET " + set.replace("now_", ":now::timestamptz") + " WHERE phone = :phone")
			.param("now", Sql.at(this.clock.instant()))
			.param("phone", phone)
			.update();
	}

	private JobExecution run() {
		var execution = this.jobs.run(this.campaignSend);
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.text("SELECT coalesce(string_agg(error, '; '), '') FROM parked")).isEmpty();
		return execution;
	}

	private List<String> reasons() {
		return this.jdbc.sql("""
				SELECT reason || '=' || count(*) FROM campaign_prospect WHERE outcome = 'LEFT_OUT'
				GROUP BY reason ORDER BY reason
				""").query(String.class).list();
	}

}
