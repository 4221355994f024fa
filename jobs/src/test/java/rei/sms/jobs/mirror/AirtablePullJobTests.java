package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.beans.factory.annotation.Autowired;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;
import rei.sms.db.suppression.Suppressions;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableStandIn;

import static org.assertj.core.api.Assertions.assertThat;

@MirrorTest
class AirtablePullJobTests {

	private static final String BASE = MirrorTestContext.LEADS;

	@Autowired
	private Job airtablePull;

	@Autowired
	private Job airtablePush;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private IdleTime idle;

	@Autowired
	private MirrorWorld world;

	@Autowired
	private AirtableStandIn airtable;

	@Autowired
	private Suppressions suppressions;

	@Autowired
	private Problems problems;

	@Autowired
	private MutableClock clock;

	@BeforeEach
	void empty() {
		this.world.clear();
	}

	@Test
	void pullTakesOverCampaignWithItsTemplatesProspectsAndNumbers() {
		var template = this.airtable.add(BASE, "Templates", Map.of("Name", "Intro", "Category", "Intro", "Stage",
				"STAGE 1 - OWNERSHIP CONFIRMATION", "Message", "Hi {First}, do you own {Address}?"));
		var campaign = this.airtable.add(BASE, "Campaigns", Map.of("Name", "Houston owners", "Status", "Running",
				"Market", "Houston, TX", "Templates", List.of(template), "Start Time", "2026-11-01T00:00:00Z"));
		var prospect = this.airtable.add(BASE, "Prospects", Map.of("Name", "Ann Lee", "Owner First Name", "Ann",
				"Phone 1", "(713) 555-0142", "Property City", "Houston", "Campaigns", List.of(campaign)));
		this.airtable.add(MirrorTestContext.CONTROL, "Numbers", Map.of("TextGrid Phone Number", "+17135550100",
				"Market", "Houston, TX", "Status", "Active", "Daily Limit", 300));
		pull();
		assertThat(this.rows.text("SELECT status || ' ' || market FROM campaign")).isEqualTo("RUNNING Houston, TX");
		assertThat(this.rows.count("campaign_template")).isEqualTo(1);
		assertThat(this.rows.text("SELECT message FROM template_version")).startsWith("Hi {First}");
		assertThat(this.rows.text("SELECT phone1 || ' ' || first_name || ' ' || airtable_id FROM prospect"))
			.isEqualTo("+17135550142 Ann " + prospect);
		assertThat(this.rows.text("SELECT fields ->> 'Property City' FROM prospect")).isEqualTo("Houston");
		assertThat(this.rows.count("contact WHERE phone = '+17135550142'")).isEqualTo(1);
		assertThat(this.rows.count("campaign_prospect")).isEqualTo(1);
		assertThat(this.rows.text("SELECT market || ' ' || daily_limit || ' ' || active FROM number"))
			.isEqualTo("Houston, TX 300 true");
		assertThat(this.rows.count("prospect WHERE version > mirrored_version")).isZero();
		assertThat(this.rows.count("prospect WHERE created_at <> '" + this.world.now() + "'")).isZero();
	}

	@Test
	void pullGoesOnWhereAnotherBaseIsForbidden() {
		this.airtable.forbid(MirrorTestContext.CONTROL);
		this.airtable.add(BASE, "Prospects", Map.of("Name", "Ann", "Phone 1", "+17135550142"));
		pull();
		assertThat(this.rows.count("prospect")).isEqualTo(1);
		assertThat(this.problems.all().stream().map(Problem::code)).contains("airtable-forbidden");
	}

	@Test
	void pullTakesOverWhatChangedSinceAndNothingElse() {
		var kept = this.airtable.add(BASE, "Prospects", Map.of("Name", "Ann", "Phone 1", "+17135550142"));
		var changed = this.airtable.add(BASE, "Prospects", Map.of("Name", "Bob", "Phone 1", "+17135550143"));
		pull();
		this.clock.advance(Duration.ofHours(1));
		this.airtable.edit(BASE, "Prospects", changed, Map.of("Name", "Robert"));
		var run = pull();
		assertThat(TestJobs.step(run, "pull-prospects").getWriteCount()).isEqualTo(1);
		assertThat(this.rows.text("SELECT name FROM prospect WHERE airtable_id = '" + changed + "'"))
			.isEqualTo("Robert");
		assertThat(this.rows.text("SELECT name FROM prospect WHERE airtable_id = '" + kept + "'")).isEqualTo("Ann");
		assertThat(TestJobs.step(pull(), "pull-prospects").getWriteCount()).isZero();
	}

	@Test
	void pullOfManyProspectsGoesOnAtTheFailedPage() {
		IntStream.range(0, 450)
			.forEach((i) -> this.airtable.add(BASE, "Prospects", Map.of("Phone 1", "+1713556%04d".formatted(i))));
		var second = new AtomicReference<String>();
		this.airtable.faults()
			.always(AirtableFaults.serverError(), (request) -> request.target().contains("/Prospects")
					&& request.target().contains("offset")
					&& !(second.compareAndSet(null, request.target()) || request.target().equals(second.get())));
		var failed = this.jobs.run(this.airtablePull);
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		var before = this.rows.count("prospect");
		assertThat(before).isEqualTo(200);
		this.airtable.faults().clear();
		var restarted = this.jobs.restart(failed);
		assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("prospect")).isEqualTo(450);
		assertThat(TestJobs.step(restarted, "pull-prospects").getReadCount()).isEqualTo(250);
	}

	@Test
	void pullStartsAgainWhereAirtableForgotThePlace() {
		IntStream.range(0, 250)
			.forEach((i) -> this.airtable.add(BASE, "Prospects", Map.of("Phone 1", "+1713557%04d".formatted(i))));
		this.airtable.faults()
			.always(AirtableFaults.serverError(),
					(request) -> request.target().contains("/Prospects") && request.target().contains("offset"));
		var failed = this.jobs.run(this.airtablePull);
		this.airtable.expireCursors();
		this.airtable.faults().clear();
		assertThat(this.jobs.restart(failed).getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("prospect")).isEqualTo(250);
	}

	@Test
	void pullOfTickedBoxSuppressesAndUntickingIsTakenBack() {
		var phone = new PhoneNumber("+17135550144");
		var record = this.airtable.add(BASE, "Prospects", Map.of("Phone 1", phone.e164(), "Opt Out?", true));
		pull();
		assertThat(this.suppressions.isSuppressed(phone)).isTrue();
		assertThat(this.rows.text("SELECT stage FROM contact")).isEqualTo("OPT_OUT");
		push();
		this.clock.advance(Duration.ofHours(1));
		this.airtable.edit(BASE, "Prospects", record, Map.of("Opt Out?", false));
		pull();
		assertThat(this.suppressions.isSuppressed(phone)).isTrue();
		assertThat(problem("airtable-unticked")).isTrue();
		push();
		assertThat(this.airtable.rows(BASE, "Prospects").getFirst().fields()).containsEntry("Opt Out?", true);
	}

	@Test
	void pushNeverUnticksBoxThatSomebodyTicked() {
		var prospect = this.world.prospect(this.world.phone());
		var record = this.world.recordOf("prospect", prospect);
		this.airtable.edit(BASE, "Prospects", record, Map.of("Opt Out?", true));
		this.world.update("prospect", prospect, "send_count = 1, status = 'MESSAGED'");
		push();
		assertThat(this.airtable.rows(BASE, "Prospects").getFirst().fields()).containsEntry("Opt Out?", true);
	}

	@Test
	void pullMeetsProspectThatInboundMadeFirst() {
		var own = this.world.unknownProspect("+17135550145");
		var record = this.airtable.add(BASE, "Prospects", Map.of("Name", "Cid", "Phone 1", "+17135550145"));
		pull();
		push();
		assertThat(this.rows.count("prospect")).isEqualTo(1);
		assertThat(this.world.recordOf("prospect", own)).isEqualTo(record);
		assertThat(this.airtable.rows(BASE, "Prospects")).hasSize(1);
	}

	@Test
	void pullNamesCellsItCannotReadAndTakesTheRest() {
		var prospect = this.airtable.add(BASE, "Prospects", Map.of("Name", "Dee", "Phone 1", "call me"));
		pull();
		assertThat(this.rows.text("SELECT name FROM prospect")).isEqualTo("Dee");
		assertThat(this.problems.all()).extracting(Problem::subject).contains("Prospects " + prospect + " Phone 1");
		this.clock.advance(Duration.ofHours(1));
		this.airtable.edit(BASE, "Prospects", prospect, Map.of("Phone 1", "+17135550146"));
		pull();
		assertThat(problem("airtable-cell")).isFalse();
	}

	@Test
	void pullStopsCampaignsAndNumbersThatWereDeleted() {
		var campaign = this.airtable.add(BASE, "Campaigns", Map.of("Name", "Gone", "Status", "Running"));
		var number = this.airtable.add(MirrorTestContext.CONTROL, "Numbers",
				Map.of("TextGrid Phone Number", "+17135550101", "Status", "Active"));
		pull();
		this.airtable.delete(BASE, "Campaigns", campaign);
		this.airtable.delete(MirrorTestContext.CONTROL, "Numbers", number);
		pull();
		assertThat(this.rows.text("SELECT status FROM campaign")).isEqualTo("PAUSED");
		assertThat(this.rows.text("SELECT active FROM number")).isEqualTo("f");
	}

	@Test
	void pullOfPauseWinsOverStatusThatTheEngineSet() {
		var record = this.airtable.add(BASE, "Campaigns",
				Map.of("Name", "Soon", "Status", "Scheduled", "Start Time", "2026-11-23T17:00:00Z"));
		pull();
		this.rows.text("UPDATE campaign SET status = 'RUNNING' RETURNING status");
		this.airtable.edit(BASE, "Campaigns", record, Map.of("Status", "Paused"));
		pull();
		push();
		assertThat(this.rows.text("SELECT status FROM campaign")).isEqualTo("PAUSED");
		assertThat(this.airtable.rows(BASE, "Campaigns").getFirst().text("Status")).isEqualTo("Paused");
	}

	@Test
	void pullOfLeadStatusAndOfLeadMadeByHand() {
		var prospect = this.world.prospect("+17135550147");
		this.world.inbound(prospect, "SM9");
		this.airtable.add(BASE, "Leads", Map.of("Phone", "+17135550147", "Lead Status", "MAKE OFFER"));
		pull();
		assertThat(this.rows.text("SELECT status FROM lead")).isEqualTo("MAKE_OFFER");
		assertThat(this.rows.count("conversation WHERE lead_id IS NOT NULL AND prospect_id IS NULL")).isEqualTo(1);
		assertThat(this.rows.count("lead WHERE version > mirrored_version")).isZero();
	}

	@Test
	void pullOfTriggerIsTakenOnceAndTakenAwayWhenDone() {
		var message = this.world.inbound(this.world.prospect(this.world.phone()), "SM10");
		this.world.update("conversation", message, "reply = 'SILENT', promotion = 'STAYED', classified_at = now()");
		push();
		this.airtable.edit(BASE, "Conversations", this.world.recordOf("conversation", message),
				Map.of("AI Response Trigger", true));
		pull();
		assertThat(this.rows.count("conversation WHERE ai_trigger AND reply IS NULL AND promotion IS NULL"))
			.isEqualTo(1);
		this.world.update("conversation", message, "ai_trigger = false, reply = 'ANSWERED'");
		pull();
		assertThat(this.rows.count("conversation WHERE ai_trigger")).isZero();
		push();
		pull();
		assertThat(this.rows.count("conversation WHERE ai_trigger OR reply IS NULL")).isZero();
		assertThat(this.world.conversation("SM10").text("AI Response Trigger")).isNull();
	}

	@Test
	void pullOfCorrectedIntentCountsAsClassification() {
		var message = this.world.inbound(this.world.prospect(this.world.phone()), "SM11");
		this.world.update("conversation", message,
				"intent = 'NEUTRAL', ai_intent = 'OTHER', promotion = 'STAYED', classified_at = now()");
		push();
		pull();
		this.clock.advance(Duration.ofMinutes(5));
		this.airtable.edit(BASE, "Conversations", this.world.recordOf("conversation", message),
				Map.of("Intent Detected", "Positive"));
		this.world.update("conversation", message, "stage = 'OWNERSHIP_CONFIRMATION'");
		push();
		pull();
		assertThat(this.rows.text("SELECT intent || ' ' || coalesce(promotion, 'again') FROM conversation"))
			.isEqualTo("POSITIVE again");
		assertThat(this.world.conversation("SM11").text("Intent Detected")).isEqualTo("Positive");
	}

	@Test
	void whatWeWroteOurselvesInAConversationIsNoNews() {
		var message = this.world.inbound(this.world.prospect(this.world.phone()), "SM12");
		this.world.update("conversation", message, "intent = 'NEUTRAL', classified_at = now()");
		pull();
		push();
		var step = TestJobs.step(pull(), "pull-conversations");
		assertThat(step.getReadCount()).isZero();
		this.clock.advance(Duration.ofSeconds(1));
		this.airtable.edit(BASE, "Conversations", this.world.recordOf("conversation", message),
				Map.of("Intent Detected", "Positive"));
		step = TestJobs.step(pull(), "pull-conversations");
		assertThat(step.getWriteCount()).isOne();
	}

	@Test
	void pullListsTheViewOfCampaign() {
		this.airtable.add(BASE, "Prospects", Map.of("Phone 1", "+17135550148", "Market", "Houston, TX"));
		this.airtable.add(BASE, "Prospects", Map.of("Phone 1", "+17045550148", "Market", "Charlotte, NC"));
		this.airtable.add(BASE, "Campaigns",
				Map.of("Name", "View", "Status", "Running", "View/Segment", "Houston owners"));
		this.airtable.add(BASE, "Campaigns", Map.of("Name", "Lost", "Status", "Running", "View/Segment", "Nobody"));
		pull();
		assertThat(this.rows.text("SELECT phone1 FROM prospect JOIN campaign_prospect ON prospect_id = id"))
			.isEqualTo("+17135550148");
		assertThat(problem("airtable-view")).isTrue();
	}

	/** An idle engine that Airtable cannot reach: 20 000 calls a month at most. */
	@Test
	void idleMonthOfPollsStaysInItsBudget() throws Exception {
		pull();
		this.idle.pass(Duration.ofHours(1));
		var before = this.airtable.bases().stream().mapToLong(this.airtable::calls).sum();
		this.idle.pass(Duration.ofHours(8));
		var month = (this.airtable.bases().stream().mapToLong(this.airtable::calls).sum() - before) * 90;
		assertThat(month).isBetween(10_000L, 17_000L);
		assertThat(month + this.idle.schemaLooksOfAMonth()).isLessThanOrEqualTo(20_000);
	}

	@Test
	void pullOfWorkerComesSoonAfterChangesAndLaterWhileThereAreNone() throws Exception {
		var prospect = this.airtable.add(BASE, "Prospects", Map.of("Name", "Ann", "Phone 1", "+17135550149"));
		this.idle.pass(Duration.ofHours(1));
		assertThat(nextLook("PROSPECTS")).isEqualTo("00:16:00");
		this.airtable.edit(BASE, "Prospects", prospect, Map.of("Name", "Anna"));
		this.idle.pass(Duration.ofMinutes(16));
		assertThat(this.rows.text("SELECT name FROM prospect")).isEqualTo("Anna");
		assertThat(nextLook("LEADS")).isEqualTo("00:16:00");
		assertThat(this.rows.text("SELECT quiet < 4 FROM pull_schedule WHERE base_table = 'PROSPECTS'")).isEqualTo("t");
	}

	/** The interval in force, as far as the quiet looks tell. */
	private String nextLook(String table) {
		return this.rows
			.text("SELECT power(2, quiet) * interval '1 minute' FROM pull_schedule WHERE base_table = '" + table + "'");
	}

	private JobExecution pull() {
		var run = this.jobs.run(this.airtablePull);
		assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		return run;
	}

	private void push() {
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	private boolean problem(String code) {
		return this.problems.all().stream().map(Problem::code).anyMatch(code::equals);
	}

}
