package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.Sql;
import rei.sms.db.mirror.HeldProspects;
import rei.sms.db.operations.ParkedRecords;
import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.http.Fault;
import rei.sms.sandbox.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

@MirrorTest
class AirtablePushJobTests {

	@Autowired
	private Job airtablePush;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private MirrorWorld world;

	@Autowired
	private AirtableStandIn airtable;

	@Autowired
	private ParkedRecords parked;

	@Autowired
	private Problems problems;

	@Autowired
	private JobOperator operator;

	@Autowired
	private ShownConversations conversations;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private HeldProspects held;

	@BeforeEach
	void empty() {
		this.world.clear();
	}

	@Test
	void pushOfQueuedTextIsKeyedByOurIdAndThenByItsSid() {
		var text = this.world.queued(this.world.prospect(this.world.phone()));
		push();
		var first = this.world.conversation(text.toString());
		assertThat(first.text("Delivery Status")).isEqualTo("QUEUED");
		this.world.update("conversation", text, "status = 'SENT', sid = 'SM+/=1', sent_at = now()");
		this.world.update("conversation", text, "status = 'DELIVERED'");
		push();
		assertThat(this.world.conversations()).singleElement().satisfies((row) -> {
			assertThat(row.id()).isEqualTo(first.id());
			assertThat(row.text("TextGrid ID")).isEqualTo("SM+/=1");
			assertThat(row.text("Delivery Status")).isEqualTo("DELIVERED");
			assertThat(row.text("Sent Count")).isEqualTo("1");
		});
	}

	@Test
	void pushWritesOneStateOfMessageThatChangedManyTimes() {
		var prospect = this.world.prospect(this.world.phone());
		var texts = IntStream.range(0, 10).mapToObj((i) -> this.world.queued(prospect)).toList();
		texts.forEach((text) -> this.world.update("conversation", text, "status = 'SENT', sid = 'SM' || id"));
		texts.forEach((text) -> this.world.update("conversation", text, "status = 'DELIVERED'"));
		var before = writes("Conversations");
		push();
		assertThat(writes("Conversations") - before).isEqualTo(1);
		assertThat(this.world.conversations()).hasSize(10)
			.allSatisfy((row) -> assertThat(row.text("Delivery Status")).isEqualTo("DELIVERED"));
		push();
		assertThat(writes("Conversations") - before).isEqualTo(1);
	}

	@Test
	void pushOfInboundShowsWhatWasSaidAndByWhom() {
		var prospect = this.world.prospect(this.world.phone());
		this.world.update("conversation", this.world.inbound(prospect, "SM1=="),
				"ai_intent = 'WHO_IS_THIS', intent = 'NEUTRAL', stage = 'OWNERSHIP_CONFIRMATION', summary = 'asks who'");
		push();
		var row = this.world.conversation("SM1==");
		assertThat(row.text("Direction")).isEqualTo("INBOUND");
		assertThat(row.text("Message")).isEqualTo("Who is this?");
		assertThat(row.text("AI Intent")).isEqualTo("who_is_this");
		assertThat(row.text("Intent Detected")).isEqualTo("Neutral");
		assertThat(row.text("Stage")).isEqualTo("STAGE 1 - OWNERSHIP CONFIRMATION");
		assertThat(row.text("Seller Phone Number")).isEqualTo(this.world.phoneOf(prospect));
		assertThat(row.text("Received Time")).isEqualTo("2026-11-23T18:00:00.000Z");
		assertThat(row.links("Prospect")).containsExactly(this.world.recordOf("prospect", prospect));
		assertThat(row.text("Prospect Record ID")).isEqualTo(this.world.recordOf("prospect", prospect));
	}

	@Test
	void pushCreatesUnknownProspectBeforeItsMessages() {
		var prospect = this.world.unknownProspect(this.world.phone());
		this.world.inbound(prospect, "SM2");
		push();
		var record = this.airtable.rows(MirrorTestContext.LEADS, "Prospects").getFirst();
		assertThat(record.text("Phone 1")).isEqualTo(this.world.phoneOf(prospect));
		assertThat(record.text("Status")).isEqualTo("Replied");
		assertThat(this.world.conversation("SM2").links("Prospect")).containsExactly(record.id());
	}

	@Test
	void pushAfterPromotionMovesEveryMessageFromProspectToLead() {
		var prospect = this.world.prospect(this.world.phone());
		this.world.inbound(prospect, "SM3");
		this.world.update("conversation", this.world.queued(prospect), "sid = 'SM4', status = 'DELIVERED'");
		push();
		this.world.promote(prospect);
		push();
		var lead = this.airtable.rows(MirrorTestContext.LEADS, "Leads").getFirst();
		assertThat(lead.text("Lead Status")).isEqualTo("ACTIVE COMMUNICATION");
		assertThat(lead.links("Prospect")).containsExactly(this.world.recordOf("prospect", prospect));
		assertThat(this.world.conversations()).hasSize(2).allSatisfy((row) -> {
			assertThat(row.links("Lead")).containsExactly(lead.id());
			assertThat(row.text("Lead Record ID")).isEqualTo(lead.id());
			assertThat(row.links("Prospect")).isEmpty();
			assertThat(row.links("Prospects")).isEmpty();
			assertThat(row.text("Prospect Record ID")).isNull();
		});
	}

	@Test
	void aMessageThatCameToALeadWithoutRecordSinceItWasChosenWaitsForIt() {
		var prospect = this.world.prospect(this.world.phone());
		var message = this.world.inbound(prospect, "SM5");
		this.world.promote(prospect);
		var chosen = List.of(message.toString());
		assertThat(this.conversations.latest(this.jdbc, chosen, Set.of())).isEmpty();
		push();
		assertThat(this.world.conversation("SM5").links("Lead")).hasSize(1);
	}

	@Test
	void pushLeavesLeadStatusToPeople() {
		var prospect = this.world.prospect(this.world.phone());
		var lead = this.world.promote(prospect);
		push();
		this.airtable.edit(MirrorTestContext.LEADS, "Leads", this.world.recordOf("lead", lead),
				Map.of("Lead Status", "UNDER CONTRACT"));
		this.world.update("lead", lead, "reply_count = 3");
		push();
		assertThat(this.airtable.rows(MirrorTestContext.LEADS, "Leads")).singleElement().satisfies((row) -> {
			assertThat(row.text("Lead Status")).isEqualTo("UNDER CONTRACT");
			assertThat(row.text("Reply Count")).isEqualTo("3");
		});
	}

	@Test
	void pushAfterLostAnswerMakesNoSecondRecord() {
		var text = this.world.queued(this.world.prospect(this.world.phone()));
		this.airtable.faults().next(2, new Fault.ResetAfter(), AirtablePushJobTests::isWrite);
		this.airtable.faults().next(9, AirtableFaults.serverError(), AirtablePushJobTests::isWrite);
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.FAILED);
		this.airtable.faults().clear();
		this.world.update("conversation", text, "status = 'SENT', sid = 'SM5'");
		push();
		push();
		assertThat(this.world.conversations()).hasSize(1);
		assertThat(this.world.conversation("SM5").text("Delivery Status")).isEqualTo("SENT");
	}

	@Test
	void pushParksTheOneRecordThatAirtableRefusesAndWritesItsNeighbours() {
		var prospect = this.world.prospect(this.world.phone());
		var texts = IntStream.range(0, 10).mapToObj((i) -> this.world.queued(prospect)).toList();
		var lost = this.world.prospect(this.world.phone());
		this.world.update("conversation", texts.get(6), "prospect_id = '" + lost + "'");
		this.airtable.delete(MirrorTestContext.LEADS, "Prospects", this.world.recordOf("prospect", lost));
		var run = this.jobs.run(this.airtablePush);
		assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.world.conversations()).hasSize(9);
		assertThat(this.parked.all()).singleElement()
			.satisfies((record) -> assertThat(record.key()).isEqualTo("conversation/" + texts.get(6)));
		var step = TestJobs.step(run, "mirror");
		assertThat(step.getWriteCount()).isEqualTo(9);
		assertThat(step.getSkipCount()).isEqualTo(1);
		var before = this.airtable.calls(MirrorTestContext.LEADS);
		push();
		assertThat(this.airtable.calls(MirrorTestContext.LEADS)).isEqualTo(before);
		this.world.update("conversation", texts.get(6), "prospect_id = '" + prospect + "'");
		push();
		assertThat(this.world.conversations()).hasSize(10);
		assertThat(this.parked.all()).isEmpty();
	}

	@Test
	void restartAfterAirtableOutageContinuesAtTheFailedChunk() {
		var prospect = this.world.prospect(this.world.phone());
		IntStream.range(0, 120).forEach((i) -> this.world.queued(prospect));
		this.airtable.faults().next(7, new Fault.Hang(Duration.ZERO), AirtablePushJobTests::isWrite);
		this.airtable.faults().always(AirtableFaults.unavailable(Duration.ofSeconds(1)), AirtablePushJobTests::isWrite);
		var failed = this.jobs.run(this.airtablePush);
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.world.conversations()).hasSize(70);
		assertThat(problem("airtable-unavailable")).isTrue();
		this.airtable.faults().clear();
		var written = records("Conversations");
		var restarted = this.jobs.restart(failed);
		assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(TestJobs.step(restarted, "mirror").getReadCount()).isEqualTo(50);
		assertThat(records("Conversations") - written).isEqualTo(50);
		assertThat(this.world.conversations()).hasSize(120);
		assertThat(problem("airtable-unavailable")).isFalse();
	}

	@Test
	void pushRestsAfterRateLimit() {
		this.world.queued(this.world.prospect(this.world.phone()));
		this.airtable.faults().next(1, AirtableFaults.rateLimit(), AirtablePushJobTests::isWrite);
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.FAILED);
		var calls = this.airtable.calls(MirrorTestContext.LEADS);
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.airtable.calls(MirrorTestContext.LEADS)).isEqualTo(calls);
	}

	@Test
	void pushGoesOnWhereAnotherBaseIsForbidden() {
		this.airtable.forbid(MirrorTestContext.CONTROL);
		this.rows.insert("suppression", Map.of("phone", "+17135550001", "reason", "STOP", "source", "CAMPAIGN", "since",
				Sql.at(this.world.now())));
		this.world.inbound(this.world.prospect(this.world.phone()), "SM6");
		push();
		assertThat(this.world.conversation("SM6").text("Message")).isEqualTo("Who is this?");
		assertThat(problem("airtable-forbidden")).isTrue();
	}

	@Test
	void pushGoesOnInTheOtherBasesWhereTheLeadsAreForbidden() {
		this.airtable.forbid(MirrorTestContext.LEADS);
		this.rows.insert("suppression", Map.of("phone", "+17135550002", "reason", "STOP", "source", "CAMPAIGN", "since",
				Sql.at(this.world.now())));
		this.world.inbound(this.world.prospect(this.world.phone()), "SM10");
		push();
		assertThat(this.airtable.count(MirrorTestContext.CONTROL, "Opt-Outs")).isOne();
		assertThat(this.airtable.count(MirrorTestContext.LEADS, "Conversations")).isZero();
		assertThat(problem("airtable-forbidden")).isTrue();
	}

	@Test
	void pushStopsForTheMonthWhereThePlansCallsAreUsedUp() {
		this.world.inbound(this.world.prospect(this.world.phone()), "SM7");
		this.airtable.faults().next(1, AirtableFaults.billingLimit(), AirtablePushJobTests::isWrite);
		push();
		assertThat(problem("airtable-billing")).isTrue();
		assertThat(this.rows.text("SELECT blocked_why FROM airtable_base WHERE base_id = 'appLeads'"))
			.isEqualTo("billing");
		var calls = this.airtable.calls(MirrorTestContext.LEADS);
		push();
		assertThat(this.airtable.calls(MirrorTestContext.LEADS)).isEqualTo(calls);
		this.rows.text("UPDATE airtable_base SET blocked_until = now() RETURNING 'the month is over'");
		push();
		assertThat(this.world.conversation("SM7").text("Message")).isEqualTo("Who is this?");
		assertThat(problem("airtable-billing")).isFalse();
	}

	@Test
	void pushAfterAnOutageShowsFirstWhatPeopleWaitForAndOfThatTheOldest() {
		var prospect = this.world.prospect(this.world.phone());
		IntStream.range(0, 90).forEach((i) -> this.world.queued(prospect));
		for (int i = 0; i < 20; i++) {
			this.world.update("conversation", this.world.inbound(prospect, "SM" + i),
					"mirror_due = now() - interval '6 hours' + interval '1 minute' * " + (i * 7 % 20));
		}
		this.airtable.faults().always(AirtableFaults.unavailable(Duration.ofSeconds(1)), AirtablePushJobTests::isWrite);
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.FAILED);
		this.airtable.faults().clear();
		push();
		assertThat(this.world.conversations()).hasSize(110);
		assertThat(this.world.conversations().subList(0, 50))
			.filteredOn((row) -> "INBOUND".equals(row.text("Direction")))
			.hasSize(20);
	}

	@Test
	void pushThatMayWaitWritesWhatIsDueAndFillsItsCalls() throws Exception {
		var prospect = this.world.prospect(this.world.phone());
		var texts = IntStream.range(0, 14).mapToObj((i) -> this.world.queued(prospect)).toList();
		pushWhatIsDue();
		assertThat(this.world.conversations()).isEmpty();
		texts.forEach((text) -> this.world.update("conversation", text, "mirror_due = now() + interval '1 minute'"));
		this.world.update("conversation", texts.getLast(), "mirror_due = now() - interval '1 second'");
		var before = writes("Conversations");
		pushWhatIsDue();
		assertThat(this.world.conversation(texts.getLast().toString()).text("Delivery Status")).isEqualTo("QUEUED");
		assertThat(this.world.conversations()).hasSize(10);
		assertThat(writes("Conversations") - before).isEqualTo(1);
	}

	@Test
	void noCallOfAnyTableIsHalfEmptyWhileItsTableHasMore() {
		var prospect = this.world.prospect(this.world.phone());
		IntStream.range(0, 60).forEach((i) -> this.world.queued(prospect));
		this.world.promote(this.world.prospect(this.world.phone()));
		var before = writes("Conversations");
		push();
		assertThat(this.world.conversations()).hasSize(60);
		assertThat(this.airtable.count(MirrorTestContext.LEADS, "Leads")).isOne();
		assertThat(writes("Conversations") - before).isEqualTo(6);
	}

	@Test
	void messageWhoseLeadAirtableRefusesWaitsAndItsNeighboursAreWritten() {
		var promoted = this.world.prospect(this.world.phone());
		this.world.inbound(promoted, "SM8");
		this.world.promote(promoted);
		this.world.inbound(this.world.prospect(this.world.phone()), "SM9");
		this.airtable.faults()
			.always(AirtableFaults.invalidValue(),
					(request) -> isWrite(request) && request.target().contains("/Leads"));
		push();
		assertThat(this.world.conversations()).singleElement()
			.satisfies((row) -> assertThat(row.text("TextGrid ID")).isEqualTo("SM9"));
		assertThat(this.parked.all()).singleElement()
			.satisfies((record) -> assertThat(record.key()).startsWith("lead/"));
		this.airtable.faults().clear();
		push();
		assertThat(this.world.conversations()).hasSize(1);
		this.parked.retryAll();
		push();
		assertThat(this.world.conversation("SM8").links("Lead")).hasSize(1);
	}

	@Test
	void pushThatMayWaitSpendsSpareCallsOnWhatIsSettled() throws Exception {
		var prospect = this.world.prospect(this.world.phone());
		var text = this.world.queued(prospect);
		this.world.update("conversation", text, "unmirrored_since = now() - interval '3 minutes'");
		pushWhatIsDue();
		assertThat(this.world.conversations()).hasSize(1);
		assertThat(this.rows.text("SELECT calls FROM mirror_spare")).isEqualTo("1");
		this.rows.text("UPDATE mirror_spare SET calls = 60 RETURNING calls");
		this.world.update("conversation", this.world.queued(prospect),
				"unmirrored_since = now() - interval '3 minutes'");
		pushWhatIsDue();
		assertThat(this.world.conversations()).hasSize(1);
	}

	@Test
	void noCallLeavesForProspectsWhoWereOnlyTextedButTheyTravelAlong() throws Exception {
		var texted = IntStream.range(0, 3).mapToObj((_) -> this.world.prospect(this.world.phone())).toList();
		texted.forEach((prospect) -> this.world.update("prospect", prospect, "status = 'MESSAGED', send_count = 1"));
		texted.forEach(
				(prospect) -> this.world.update("prospect", prospect, "unmirrored_since = now() - interval '20 days'"));
		showManyRowsToday();
		var before = writes("Prospects");
		pushWhatIsDue();
		pushAsACronDoes();
		assertThat(writes("Prospects")).isEqualTo(before);
		this.world.update("prospect", texted.getFirst(), "status = 'REPLIED', reply_count = 1");
		assertThat(
				this.rows.count("prospect WHERE version > mirrored_version AND mirror_due < now() + interval '2 hours'"
						+ " AND mirror_due > now() + interval '50 minutes'"))
			.isOne();
		this.world.update("prospect", texted.getFirst(), "mirror_due = now()");
		pushWhatIsDue();
		assertThat(writes("Prospects") - before).isOne();
		assertThat(this.airtable.rows(MirrorTestContext.LEADS, "Prospects"))
			.allSatisfy((row) -> assertThat(row.text("Send Count")).isEqualTo("1"));
	}

	@Test
	void whereLittleHappensProspectsWhoWereOnlyTextedAreShownToo() throws Exception {
		var prospect = this.world.prospect(this.world.phone());
		this.world.update("prospect", prospect, "status = 'MESSAGED', send_count = 1");
		this.world.update("prospect", prospect, "unmirrored_since = now() - interval '3 minutes'");
		pushWhatIsDue();
		assertThat(this.rows.text("SELECT calls FROM mirror_spare")).isEqualTo("1");
		assertThat(this.airtable.rows(MirrorTestContext.LEADS, "Prospects")).singleElement()
			.satisfies((row) -> assertThat(row.text("Send Count")).isEqualTo("1"));
	}

	@Test
	void whoAsksForAPushIsShownEverything() {
		var prospect = this.world.prospect(this.world.phone());
		this.world.update("prospect", prospect, "status = 'MESSAGED', send_count = 1");
		showManyRowsToday();
		push();
		assertThat(this.airtable.rows(MirrorTestContext.LEADS, "Prospects")).singleElement()
			.satisfies((row) -> assertThat(row.text("Status")).isEqualTo("Messaged"));
	}

	@Test
	void prospectsWhoWereOnlyTextedAreHeldAsLongAsIsSet() {
		var prospect = this.world.prospect(this.world.phone());
		this.world.update("prospect", prospect, "status = 'MESSAGED'");
		this.world.update("prospect", prospect, "unmirrored_since = now() - interval '2 days'");
		this.held.holdFor(Duration.ofDays(1));
		assertThat(this.rows.count("prospect WHERE mirror_due < now()")).isOne();
		this.held.holdFor(Duration.ZERO);
		assertThat(this.rows.count("prospect WHERE mirror_due < now() + interval '900 years'")).isZero();
	}

	@Test
	void pushThatACronStartsLeavesToAWorkerWhatCanWait() throws Exception {
		var prospect = this.world.prospect(this.world.phone());
		pushWhatIsDue();
		this.world.queued(prospect);
		pushAsACronDoes();
		assertThat(this.world.conversations()).isEmpty();
		this.jdbc.sql("UPDATE mirror_worker SET seen = now() - interval '3 minutes'").update();
		pushAsACronDoes();
		assertThat(this.world.conversations()).hasSize(1);
	}

	private void showManyRowsToday() {
		this.jdbc.sql("""
				INSERT INTO mirror_spare (hour, calls, day, rows)
				VALUES (now(), 0, (clock_timestamp() AT TIME ZONE 'UTC')::date, 1000)
				""").update();
	}

	private void pushWhatIsDue() throws JobExecutionException {
		push("later");
	}

	private void pushAsACronDoes() throws JobExecutionException {
		push("shared");
	}

	private void push(String mirroring) throws JobExecutionException {
		var run = this.operator.start(this.airtablePush,
				new JobParametersBuilder().addString("run", UUID.randomUUID().toString())
					.addString("mirror", mirroring, false)
					.toJobParameters());
		assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	private void push() {
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	private boolean problem(String code) {
		return this.problems.all().stream().map(Problem::code).anyMatch(code::equals);
	}

	private long writes(String table) {
		return this.airtable.log()
			.entries()
			.stream()
			.filter((entry) -> entry.method().equals("PATCH") && entry.path().endsWith("/" + table))
			.count();
	}

	private long records(String table) {
		return this.airtable.log()
			.entries()
			.stream()
			.filter((entry) -> entry.method().equals("PATCH") && entry.path().endsWith("/" + table)
					&& entry.outcome().equals("200"))
			.mapToLong((entry) -> entry.records())
			.sum();
	}

	private static boolean isWrite(Request request) {
		return request.method().equals("PATCH");
	}

}
