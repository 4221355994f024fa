package rei.sms.ops;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.UnknownOutcomes;
import rei.sms.ops.api.ManualTexts;
import rei.sms.ops.api.ManualTexts.Answer.Queued;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What the pages say and what their buttons do. */
class PagesTests {

	private static final String BAKER = "+17135550111";

	private static final String HOSTILE = "+17135550112";

	private static final String SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)> ${7*7} [[${7*7}]]";

	private static ConfigurableApplicationContext engine;

	private static World world;

	private static Visitor visitor;

	@BeforeAll
	static void start() {
		engine = TestPages.start("--ops.password=" + TestPages.PASSWORD);
		world = new World(engine.getBean(JdbcClient.class));
		world.number(World.OURS, "Houston");
		world.seller(BAKER, "Ann Baker", "12 Oak Street");
		world.sent(BAKER, "SM-out-1", "Hi Ann, is 12 Oak Street yours?", TestPages.NOON.minus(Duration.ofHours(1)));
		world.inbound(BAKER, "SM-in-1", "yes, make an offer", TestPages.NOON.minus(Duration.ofMinutes(30)));
		world.seller(HOSTILE, SCRIPT, "</title>" + SCRIPT);
		world.inbound(HOSTILE, "SM-in-2", SCRIPT, TestPages.NOON.minus(Duration.ofMinutes(10)));
		visitor = Visitor.signedIn(TestPages.port(engine));
	}

	@AfterAll
	static void stop() {
		engine.close();
	}

	@Test
	void pauseStopsEverythingAndEveryPageSaysSo() {
		assertThat(visitor.press("/ops/pause", Map.of())).endsWith("/ops?said=PAUSED");
		assertThat(world.count("SELECT count(*) FROM pause WHERE scope = 'all'")).isOne();
		assertThat(visitor.page("/ops/threads")).contains("Everything is paused.");
		assertThat(visitor.press("/ops/resume", Map.of())).endsWith("/ops?said=RESUMED");
		world.change(
				"INSERT INTO pause (scope, value, reason, since) VALUES ('market', 'Tampa, FL', 'complaints', now())");
		assertThat(visitor.page("/ops")).contains("Resume Tampa, FL");
		assertThat(visitor.press("/ops/resume", Map.of("scope", "MARKET", "value", "Tampa, FL")))
			.endsWith("said=RESUMED");
		assertThat(visitor.page("/ops?said=RESUMED")).contains("What was waiting goes out")
			.doesNotContain("is paused.");
	}

	@Test
	void threadIsFoundByPhoneNameAddressAndSid() {
		for (var q : new String[] { "(713)%20555-0111", "%2B17135550111", "ann%20bak", "12%20oak", "baker%20houston",
				"SM-out-1" }) {
			assertThat(visitor.page("/ops/threads?q=" + q)).as(q).contains("Ann Baker", "/ops/threads/17135550111");
		}
		assertThat(visitor.page("/ops/threads?q=nobody%20here")).contains("Nothing. A phone needs");
		assertThat(visitor.page("/ops/threads?q=%27%20%7C%20%21%3A%2A%28")).contains("Nothing. A phone needs");
	}

	@Test
	void threadShowsEachTextWithItsWay() {
		var page = visitor.page("/ops/threads/17135550111");
		assertThat(page).contains("Ann Baker", "Hi Ann, is 12 Oak Street yours?", "yes, make an offer", "SM-in-1",
				"says little", "210000");
		assertThat(visitor.get("/ops/threads/17135550199").statusCode()).isEqualTo(404);
		assertThat(visitor.get("/ops/threads/nonsense").statusCode()).isEqualTo(404);
		assertThat(visitor.get("/ops/nowhere").body()).contains("There is nothing here");
	}

	@Test
	void whatAHostileTextSaysStaysText() {
		for (var path : new String[] { "/ops/threads", "/ops/threads/17135550112", "/ops/threads?q=%3Cscript%3E",
				"/ops" }) {
			assertThat(visitor.page(path)).as(path)
				.doesNotContain("<script>", "<img src=x", "</title>&lt;")
				.doesNotContain(" 49 ");
		}
		assertThat(visitor.page("/ops/threads/17135550112")).contains("&lt;script&gt;alert(1)&lt;/script&gt;",
				"${7*7} [[${7*7}]]");
	}

	@Test
	void replyByHandIsQueuedAsAPersonsOwnTextAndNotToAnOptedOutPhone() {
		assertThat(visitor.press("/ops/threads/17135550111/reply", Map.of("body", "  Shall I call you?  ")))
			.endsWith("/ops/threads/17135550111?said=QUEUED");
		assertThat(world.count("""
				SELECT count(*) FROM outbox o JOIN conversation c ON c.id = o.conversation_id
				WHERE o.kind = 'MANUAL' AND c.body = 'Shall I call you?' AND o.our_number = '+17135550100'""")).isOne();
		assertThat(visitor.press("/ops/threads/17135550111/reply", Map.of("body", " "))).endsWith("said=EMPTY");
		world.seller("+17135550113", "Bob", "1 Elm Street");
		assertThat(visitor.press("/ops/threads/17135550113/opt-out", Map.of())).endsWith("said=SUPPRESSED");
		assertThat(visitor.press("/ops/threads/17135550113/reply", Map.of("body", "hello"))).endsWith("said=OPTED_OUT");
		assertThat(visitor.page("/ops/threads/17135550113")).contains("Nothing may be sent: manual", "OPT OUT")
			.doesNotContain("Reply by hand");
	}

	@Test
	void correctedLabelCountsAsAPersonsReading() {
		world.seller("+17135550114", "Cleo", "2 Elm Street");
		var message = world.inbound("+17135550114", "SM-in-4", "hm", TestPages.NOON);
		assertThat(visitor.press("/ops/threads/17135550114/label",
				Map.of("message", message.toString(), "intent", "POSITIVE", "aiIntent", "ASK_PRICE")))
			.endsWith("said=LABELLED");
		assertThat(world
			.count("""
					SELECT count(*) FROM conversation WHERE sid = 'SM-in-4' AND intent = 'POSITIVE' AND ai_intent = 'ASK_PRICE'
						AND classifier = 'person' AND promotion IS NULL AND mirror_cells @> '{intent,ai_intent}'"""))
			.isOne();
		assertThat(visitor
			.post("/ops/threads/17135550111/label",
					Map.of("message", message.toString(), "intent", "DNC", "aiIntent", "OTHER"))
			.statusCode()).isEqualTo(404);
	}

	@Test
	void threadIsHandedOverAndTakenBack() {
		assertThat(visitor.press("/ops/threads/17135550111/hand-over", Map.of())).endsWith("said=HANDED_OVER");
		assertThat(visitor.page("/ops/threads/17135550111")).contains("With a person since", "Give back");
		assertThat(visitor.press("/ops/threads/17135550111/take-back", Map.of())).endsWith("said=TAKEN_BACK");
		assertThat(world.count("SELECT count(*) FROM contact WHERE handed_to_person_at IS NOT NULL")).isZero();
	}

	@Test
	void runsShowTheirStepsAndAreRestartedAndStopped() {
		world.change("INSERT INTO batch_job_instance VALUES (4, 0, 'retry', 'k')");
		world.change("""
				INSERT INTO batch_job_execution VALUES (4, 0, 4, now(), now(), now(), 'FAILED', 'FAILED',
					'java.lang.IllegalStateException: <b>no</b>', now())""");
		world
			.change("""
					INSERT INTO batch_step_execution VALUES (4, 0, 'requeue', 4, now(), now(), now(), 'FAILED', 7, 1234, 0, 1200, 1, 2, 3,
						1, 'FAILED', '', now())""");
		assertThat(visitor.page("/ops/runs")).contains("retry", "1,234", "1,200");
		assertThat(visitor.page("/ops/runs?job=retry")).contains("Latest runs of retry", "#4");
		assertThat(visitor.page("/ops/runs/4")).contains("requeue", "IllegalStateException: &lt;b&gt;no&lt;/b&gt;",
				"Restart where it ended");
		assertThat(visitor.press("/ops/runs/4/restart", Map.of())).endsWith("/ops/runs/5?said=RESTARTED");
		assertThat(visitor.press("/ops/runs/3/restart", Map.of())).endsWith("/ops/runs/3?said=BUSY");
		assertThat(visitor.press("/ops/runs/3/stop", Map.of())).endsWith("said=STOPPING");
		assertThat(visitor.press("/ops/runs/launch", Map.of("job", "retry"))).endsWith("/ops/runs/3?said=LAUNCHED");
		assertThat(engine.getBean(TestJobs.class).asked).contains("restart 4", "stop 3", "launch retry");
		assertThat(visitor.get("/ops/runs/99").statusCode()).isEqualTo(404);
	}

	@Test
	void parkedRecordsShowErrorAndPayloadAndAreRetriedOneOrAll() {
		world.change("""
				INSERT INTO parked (job, step, key, error, since) SELECT 'intent-batch', 'classify', id::text,
					'IllegalState: odd <i>', now() FROM conversation WHERE sid = 'SM-in-1'""");
		world
			.change("""
					INSERT INTO parked (job, step, key, error, since) VALUES ('autolinker', 'link', 'SM-9', 'Other: no', now()),
						('autolinker', 'link', 'SM-8', 'Other: no', now())""");
		assertThat(visitor.page("/ops/runs/parked")).contains("odd &lt;i&gt;", "yes, make an offer", "SM-9",
				"Retry all 3");
		assertThat(visitor.page("/ops")).contains("Open the parked records");
		var id = world.count("SELECT id FROM parked WHERE key = 'SM-9'");
		assertThat(visitor.press("/ops/runs/parked/" + id + "/retry", Map.of())).endsWith("said=RETRIED");
		assertThat(visitor.press("/ops/runs/parked/" + id + "/retry", Map.of())).endsWith("said=GONE");
		assertThat(visitor.press("/ops/runs/parked/retry", Map.of())).endsWith("said=RETRIED");
		assertThat(world.count("SELECT count(*) FROM parked")).isZero();
	}

	@Test
	void numberIsPausedAndResumed() {
		assertThat(visitor.page("/ops/numbers")).contains("(713) 555-0100", "0 of 750");
		assertThat(visitor.press("/ops/numbers/17135550100/pause", Map.of())).endsWith("said=NUMBER_PAUSED");
		assertThat(visitor.page("/ops/numbers")).contains("Resume (713) 555-0100");
		assertThat(visitor.press("/ops/numbers/17135550100/resume", Map.of())).endsWith("said=NUMBER_RESUMED");
		assertThat(world.count("SELECT count(*) FROM pause WHERE scope = 'number'")).isZero();
	}

	@Test
	void whatWaitsForAPersonIsSettledWithOnePress() {
		world.seller("+17135550115", "Dora", "3 Elm Street");
		var message = world.inbound("+17135550115", "SM-in-5", "who is this", TestPages.NOON);
		world.change("INSERT INTO needs_person (kind, conversation_id, phone, reason, since) VALUES ('reply', '"
				+ message + "', '+17135550115', 'two replies in a row', now())");
		world.change("INSERT INTO suggestion (message_id, seller_phone, body, segments, writer, suggested_at) VALUES ('"
				+ message + "', '+17135550115', 'I am Alex with Oak Street Homes.', 1, 'GPT_4O', now())");
		assertThat(visitor.page("/ops/person")).contains("Send this reply?", "I am Alex with Oak Street Homes.",
				"AI: GPT-4o", "Read with doubt", "who is this");
		var id = world.count("SELECT id FROM needs_person WHERE phone = '+17135550115'");
		assertThat(visitor.press("/ops/person/" + id + "/send", Map.of())).endsWith("said=QUEUED");
		assertThat(visitor.post("/ops/person/" + id + "/send", Map.of()).statusCode()).isEqualTo(404);
		assertThat(world.count("SELECT count(*) FROM outbox WHERE seller_phone = '+17135550115'")).isOne();
		assertThat(visitor.press("/ops/person/read/" + message, Map.of())).endsWith("said=DONE");
		assertThat(world.count("SELECT count(*) FROM conversation WHERE sid = 'SM-in-5' AND classifier = 'person'"))
			.isOne();
	}

	@Test
	void openPagesHearThatSomethingChanged() throws IOException {
		var listening = visitor.stream("/ops/live");
		world.change("UPDATE campaign SET name = name");
		try (var lines = new BufferedReader(new InputStreamReader(listening, StandardCharsets.UTF_8))) {
			assertThat(lines.lines().filter((line) -> line.startsWith("data:")).findFirst().orElseThrow())
				.contains("threads", "today", "runs");
			world.seller("+17135550116", "Eve", "4 Elm Street");
			world.inbound("+17135550116", "SM-in-6", "hello", TestPages.NOON.plusSeconds(60));
			assertThat(lines.lines().filter((line) -> line.startsWith("data:")).findFirst().orElseThrow())
				.contains("threads");
		}
	}

	@Test
	void campaignIsRehearsedStartedHeldAndPaused() {
		var campaign = world.campaign("Oak owners", "DRAFT");
		var page = "/ops/campaigns/" + campaign;
		assertThat(visitor.page("/ops/campaigns")).contains("Oak owners", "Draft");
		assertThat(visitor.page(page + "/rehearsal")).contains("10 sellers", "11 segments, about $0.08", "opted out",
				"Hi &lt;Ann&gt;, is it yours?");
		assertThat(visitor.press(page + "/canary", Map.of("texts", "25"))).endsWith("said=CANARY");
		assertThat(visitor.page(page)).contains("It holds after 25.");
		assertThat(visitor.press(page + "/start", Map.of())).endsWith("said=STARTED");
		assertThat(visitor.press(page + "/start", Map.of())).endsWith("said=GONE");
		assertThat(visitor.page("/ops")).contains("Oak owners", "0 of 0");
		assertThat(visitor.press(page + "/pause", Map.of())).endsWith("said=HELD");
		assertThat(world.count("SELECT count(*) FROM campaign WHERE status = 'PAUSED' AND canary = 25")).isOne();
		assertThat(visitor.get("/ops/campaigns/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
	}

	@Test
	void whatCameOfALargeCampaignIsCountedBesideItsPage() {
		var campaign = world.campaign("Large", "RUNNING");
		world.seller("+17135550118", "Gwen", "6 Elm Street");
		world.sent("+17135550118", "SM-large", "Is it yours?", TestPages.NOON);
		world.change("UPDATE conversation SET campaign_id = '" + campaign + "' WHERE sid = 'SM-large'");
		world.sent("+17135550118", "SM-again", "I ask for your house.", TestPages.NOON);
		world.change("UPDATE conversation SET campaign_id = '" + campaign + "' WHERE sid = 'SM-again'");
		world.change("INSERT INTO recipient (campaign_id, phone, prospect_id, outcome, conversation_id, planned_at) "
				+ "SELECT campaign_id, seller_phone, prospect_id, 'QUEUED', id, now() FROM conversation "
				+ "WHERE sid = 'SM-large'");
		world.change("UPDATE campaign SET total_sent = 100000 WHERE id = '" + campaign + "'");
		var page = "/ops/campaigns/" + campaign;
		await().until(() -> visitor.page(page).contains("Counted just now"));
		assertThat(visitor.page(page)).contains("By hand or as a reply", "0.0 % (0.0–79.3)");
	}

	@Test
	void headwayIsThatOfTheListWhateverIsAnsweredMeanwhile() {
		var campaign = world.campaign("Elm owners", "RUNNING");
		world.change("UPDATE campaign SET contacts = 3, total_sent = 40, opt_outs = 1 WHERE id = '" + campaign + "'");
		world.seller("+17135550119", "Hope", "7 Elm Street");
		for (var kind : List.of("CAMPAIGN", "REPLY")) {
			var text = world.sent("+17135550119", "SM-" + kind, "Is it yours?", TestPages.NOON);
			world.change(
					"INSERT INTO outbox (conversation_id, seller_phone, campaign_id, kind, priority, state, not_before, "
							+ "segments, queued_at) VALUES ('" + text + "', '+17135550119', '" + campaign + "', '"
							+ kind + "', 5, 'QUEUED', now(), 1, now())");
		}
		world.change("INSERT INTO campaign_prospect (campaign_id, prospect_id) SELECT '" + campaign
				+ "', id FROM prospect WHERE name IN ('Ann Baker', 'Hope')");
		assertThat(visitor.page("/ops")).contains("Elm owners", "2 of 5");
		assertThat(visitor.page("/ops/campaigns")).contains("2 of 5", "50.0 % (9.5–90.5)");
		assertThat(visitor.page("/ops/campaigns/" + campaign)).contains("2 of 5 sellers done", "40 texts");
		world.change("UPDATE campaign SET status = 'COMPLETED' WHERE id = '" + campaign + "'");
	}

	@Test
	void unknownOutcomeIsSettledByAPerson() {
		world.seller("+17135550117", "Finn", "5 Elm Street");
		var texts = engine.getBean(ManualTexts.class);
		var queued = (Queued) texts.queue(new PhoneNumber("+17135550117"), null, "hello Finn");
		var id = queued.text().id();
		engine.getBean(Outbox.class).claim(id, new PhoneNumber(World.OURS), TestPages.NOON);
		engine.getBean(UnknownOutcomes.class).ask(id, new PhoneNumber("+17135550117"), TestPages.NOON);
		assertThat(visitor.page("/ops/person")).contains("Did this text go?", "hello Finn", "It did not");
		var entry = world.count("SELECT id FROM needs_person WHERE phone = '+17135550117'");
		assertThat(visitor.press("/ops/person/" + entry + "/did-not", Map.of())).endsWith("said=AGAIN");
		assertThat(visitor.get("/ops/person/" + entry + "/went").statusCode()).isEqualTo(404);
	}

	@Test
	void keyFiguresAreDrawnAndTakenAlongWithoutFormulas() {
		world.change("""
				INSERT INTO kpi (metric, campaign, market, period, date_start, date_end, value, computed_at)
				SELECT metric, campaign, 'ALL', 'DAILY', day::date, day::date, value, now()
				FROM generate_series(date '2026-11-20', date '2026-11-22', interval '1 day') day,
					(VALUES ('TOTAL_SENT', 1200), ('RESPONSES', 84), ('OPTOUT_RATE', 1.5)) v (metric, value),
					(VALUES ('ALL'), ('=HYPERLINK("http://evil","x")'), ('+Oak, "owners"')) c (campaign)""");
		assertThat(visitor.page("/ops/kpis?period=daily&by=campaign")).contains("1,200", "1.5 %", "Texts sent",
				"=HYPERLINK(&quot;http://evil&quot;");
		var csv = visitor.get("/ops/kpis.csv?period=DAILY&by=CAMPAIGN");
		assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow()).contains("kpis-daily.csv");
		assertThat(csv.body()).startsWith("START,END,CAMPAIGN,TOTAL_SENT")
			.contains("2026-11-22,2026-11-22,ALL,1200,,,84,");
		var named = visitor.get("/ops/kpis.csv?value=%3DHYPERLINK(%22http%3A%2F%2Fevil%22%2C%22x%22)").body();
		assertThat(named).contains("\"'=HYPERLINK(\"\"http://evil\"\",\"\"x\"\")\"");
		assertThat(visitor.page("/ops/kpis?period=%27;drop&by=campaign%27--")).contains("1,200");
		assertThat(visitor.page("/ops/kpis?value=none")).contains("Nothing is counted yet");
	}

	@Test
	void everyFormOfEveryPageCarriesTheToken() {
		for (var path : List.of("/ops", "/ops/person", "/ops/threads", "/ops/threads/17135550111", "/ops/runs",
				"/ops/runs/parked", "/ops/campaigns", "/ops/numbers", "/ops/kpis")) {
			var page = visitor.page(path);
			assertThat(page.split("method=\"post\"")).as(path).hasSameSizeAs(page.split("name=\"_csrf\""));
			assertThat(page).doesNotContain(TestPages.PASSWORD);
		}
	}

	@Test
	void saidIsOnlyEverOneOfOurSentences() {
		assertThat(visitor.page("/ops?said=%3Cb%3Ehi")).doesNotContain("hi</p>", "<b>hi");
	}

}
