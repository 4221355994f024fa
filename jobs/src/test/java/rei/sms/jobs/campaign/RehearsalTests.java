package rei.sms.jobs.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

import rei.sms.db.Sql;
import rei.sms.db.campaign.CampaignStatus;
import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** A rehearsal says what the plan will do, and leaves no trace. */
@JobTest
@Import(CampaignTestContext.class)
class RehearsalTests {

	@Autowired
	private Rehearsal rehearsal;

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
		this.clock.set(JobTestContext.MONDAY_NOON);
	}

	@Test
	void rehearseSaysWhatThePlanThenDoes() {
		var campaign = this.story.houston();
		this.story.prospects(campaign, 100);
		this.story.prospect(campaign, "+17135550101", Map.of("address", " "));
		this.story.prospect(campaign, "no phone");
		var rehearsed = this.rehearsal.of("Houston spring", 3).orElseThrow();
		assertThat(rehearsed.listed()).isEqualTo(102);
		assertThat(rehearsed.recipients()).isEqualTo(100);
		assertThat(rehearsed.segments()).isEqualTo(100);
		assertThat(rehearsed.cost()).isEqualByComparingTo(new BigDecimal("0.75"));
		assertThat(rehearsed.leftOut())
			.containsExactlyInAnyOrderEntriesOf(Map.of("no valid phone", 1, "unresolved {Address}", 1));
		assertThat(rehearsed.missing()).containsExactly(Map.entry("Address", 1));
		assertThat(rehearsed.texts()).hasSize(3)
			.allSatisfy((text) -> assertThat(text.body()).endsWith(" Oak St? Reply STOP to opt out."));
		assertThat(rehearsed.perNumber().values()).containsExactly(50, 50);
		assertThat(rehearsed.busiestMinute()).isBetween(36, 42);
		this.jobs.run(this.campaignSend);
		var finish = this.jdbc.sql("SELECT max(not_before) AS last FROM outbox")
			.query((rs, row) -> Sql.instant(rs, "last"))
			.single();
		assertThat(Duration.between(finish, rehearsed.finishAt().orElseThrow()).abs())
			.isLessThan(Duration.ofSeconds(3));
	}

	@Test
	void rehearseLeavesNoTrace() {
		var campaign = this.story.houston();
		this.story.prospects(campaign, 20);
		this.story.prospect(campaign, "+17135550101", Map.of("our_number", "+18325550999"));
		var before = everything();
		assertThat(this.rehearsal.all()).hasSize(1);
		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void rehearseOverHttpInsteadOfARun() throws Exception {
		this.story.prospects(this.story.houston(), 3);
		var before = everything();
		var http = MockMvcBuilders.standaloneSetup(new RehearsalController(this.rehearsal)).build();
		for (var asked : List.of(post("/jobs/campaign-send?dry_run=true&texts=2"),
				post("/run-campaigns?dry_run=yes&texts=2"), get("/rehearsal?campaign=Houston spring&texts=2"))) {
			http.perform(asked)
				.andExpect(jsonPath("$.dry_run").value(true))
				.andExpect(jsonPath("$.rehearsed[0].name").value("Houston spring"))
				.andExpect(jsonPath("$.rehearsed[0].recipients").value(3))
				.andExpect(jsonPath("$.rehearsed[0].texts.length()").value(2))
				.andExpect(jsonPath("$.rehearsed[0].texts[0].segments").value(1));
		}
		http.perform(get("/rehearsal?campaign=nobody")).andExpect(status().isNotFound());
		http.perform(post("/jobs/campaign-send?dry_run=false")).andExpect(status().isBadRequest());
		assertThat(everything()).isEqualTo(before);
	}

	@Test
	void rehearseADraftAtItsStartTime() {
		this.story.houston();
		this.jdbc.sql("DELETE FROM campaign").update();
		var start = JobTestContext.MONDAY_NOON.plus(Duration.ofDays(1));
		this.story.prospects(this.story.campaign("Draft", Map.of("status", "DRAFT", "start_time", Sql.at(start))), 2);
		var rehearsed = this.rehearsal.of("Draft", 1).orElseThrow();
		assertThat(rehearsed.status()).isEqualTo(CampaignStatus.DRAFT);
		assertThat(rehearsed.firstAt().orElseThrow()).isBetween(start, start.plusSeconds(6));
		assertThat(this.rehearsal.all()).isEmpty();
	}

	@Test
	void rehearseTellsWhatHoldsTheCampaign() {
		this.story.prospects(this.story.houston(), 2);
		this.jdbc.sql("UPDATE number SET active = false").update();
		assertThat(this.rehearsal.of("Houston spring", 1).orElseThrow().hold())
			.contains("no active number in market Houston, TX");
		assertThat(this.rehearsal.of("nobody", 1)).isEmpty();
	}

	private String everything() {
		return this.rows
			.text("""
					SELECT jsonb_build_object('prospect', (SELECT jsonb_agg(p ORDER BY id) FROM prospect p),
						'list', (SELECT jsonb_agg(l ORDER BY prospect_id) FROM campaign_prospect l),
						'campaign', (SELECT jsonb_agg(c) FROM campaign c), 'number', (SELECT jsonb_agg(n ORDER BY phone) FROM number n),
						'contacts', (SELECT count(*) FROM contact), 'recipients', (SELECT count(*) FROM recipient),
						'texts', (SELECT count(*) FROM conversation), 'problems', (SELECT count(*) FROM problem))
					""");
	}

}
