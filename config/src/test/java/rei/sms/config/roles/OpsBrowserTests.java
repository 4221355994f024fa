package rei.sms.config.roles;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.config.SmsEngineApplication;
import rei.sms.config.settings.Role;
import rei.sms.config.settings.Settings;
import rei.sms.db.TestDatabase;
import rei.sms.sandbox.airtable.AirtableOptions;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.BaseSpec;
import rei.sms.sandbox.airtable.StoredRow;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;
import rei.sms.sandbox.trial.SeedSchema;
import rei.sms.sandbox.trial.TrialBases;
import rei.sms.sandbox.trial.TrialData;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The pages as people use them: a real browser, the whole engine, a provider that stands
 * in.
 */
@WithChromium
@TestMethodOrder(OrderAnnotation.class)
class OpsBrowserTests {

	private static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");

	private static final String BASE = TrialBases.ONE.leads();

	private static AirtableStandIn airtable;

	private static TextGridStandIn provider;

	private static ConfigurableApplicationContext engine;

	private static JdbcClient database;

	private static Chromium browser;

	private static String seller;

	@BeforeAll
	static void start(@TempDir Path profile) throws IOException {
		airtable = AirtableStandIn
			.start(AirtableOptions.of(SeedSchema.bases(BASE, BASE, BASE).toArray(BaseSpec[]::new)));
		var numbers = TrialData.fill(airtable, TrialBases.ONE, NOON, 7);
		airtable.rows(BASE, "Campaigns")
			.forEach((campaign) -> airtable.edit(BASE, "Campaigns", campaign.id(), Map.of("Status", "Draft")));
		provider = TextGridStandIn.start(TextGridOptions.of(numbers.toArray(String[]::new)));
		var port = freePort();
		provider.inboundUrl("http://127.0.0.1:" + port + "/inbound?token=hook");
		engine = new Engine(SmsEngineApplication.class, Settings.of(settings(port))).start(Role.SERVE);
		database = engine.getBean(JdbcClient.class);
		seller = phone(airtable.rows(BASE, "Prospects").getFirst());
		awaiting("campaigns are pulled", "SELECT count(*) >= 2 FROM campaign_prospect");
		awaiting("contacts are known", "SELECT count(*) > 300 FROM contact");
		database.sql(pastWeeks()).update();
		provider.receive(seller, numbers.getFirst(), "Maybe, what is it about?");
		awaiting("the text is read",
				"SELECT count(*) > 0 FROM conversation WHERE body LIKE 'Maybe,%' AND classified_at IS NOT NULL");
		browser = Chromium.visiting("http://127.0.0.1:" + port, profile);
	}

	@AfterAll
	static void close() {
		browser.close();
		engine.close();
		provider.close();
		airtable.close();
	}

	@Test
	@Order(1)
	void signInLeadsToToday() {
		browser.signIn();
		assertThat(browser.address()).isEqualTo("/ops");
		assertThat(browser.words()).contains("Monday, November 23", "Pause everything", "New leads");
	}

	@Test
	@Order(2)
	void threadIsFoundByPhoneAndAReplyByHandReachesTheProvider() {
		browser.open("/ops/threads");
		browser.type("input[name=q]", seller.replace("+1", ""));
		browser.waitFor("Found for");
		browser.follow("/ops/threads/" + seller.substring(1));
		browser.type("textarea[name=body]", "It is about your house. Shall I call you?");
		browser.press("Send");
		assertThat(browser.words()).contains("Your text is queued");
		await().atMost(Duration.ofSeconds(20))
			.until(() -> provider.textsTo(seller)
				.stream()
				.anyMatch((text) -> text.body().equals("It is about your house. Shall I call you?")));
		browser.waitFor("delivered");
	}

	@Test
	@Order(3)
	void correctedLabelIsKeptAndReachesAirtable() {
		browser.open("/ops/threads/" + seller.substring(1));
		browser.choose("intent", "DELAY");
		browser.choose("aiIntent", "TIMELINE_QUESTION");
		browser.press("Keep this label");
		assertThat(browser.words()).contains("The label is corrected", "timeline question");
		await().atMost(Duration.ofSeconds(20))
			.until(() -> airtable.rows(BASE, "Conversations")
				.stream()
				.anyMatch((row) -> "Delay".equals(row.text("Intent Detected"))));
	}

	@Test
	@Order(5)
	void campaignIsRehearsedAndStarted() {
		browser.open("/ops/campaigns");
		browser.press("owners");
		browser.press("Rehearse");
		browser.waitFor("would get a text");
		browser.waitFor("texts, as they would go");
		browser.press("Start");
		assertThat(browser.words()).contains("The campaign runs", "Running");
		await().atMost(Duration.ofSeconds(20)).until(() -> provider.texts().size() > 3);
	}

	@Test
	@Order(6)
	void pauseStopsAllSendingUntilItIsResumed() {
		browser.open("/ops");
		browser.press("Pause everything");
		assertThat(browser.words()).contains("Everything is paused.");
		await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(15)).until(OpsBrowserTests::isNothingUnderWay);
		var sent = provider.texts().size();
		var held = Instant.now().plusSeconds(4);
		await().atMost(Duration.ofSeconds(10))
			.until(() -> Instant.now().isAfter(held) && provider.texts().size() == sent);
		assertThat(waiting()).isPositive();
		browser.press("Resume everything");
		await().atMost(Duration.ofSeconds(30)).until(() -> provider.texts().size() > sent);
	}

	@Test
	@Order(7)
	void noPageHasABarrierInLightOrDark() {
		for (var dark : List.of(false, true)) {
			browser.dark(dark);
			for (var path : pages()) {
				browser.open(path);
				assertThat(browser.barriers()).as(path + (dark ? " in the dark" : "")).isEmpty();
			}
		}
		browser.dark(false);
	}

	@Test
	@Order(8)
	void everyPageFitsAPhoneAndKeepsItsPolicy() {
		browser.size(390, 844);
		for (var path : pages()) {
			browser.open(path);
			assertThat(browser.isTooWide()).as(path).isFalse();
		}
		browser.size(1280, 900);
		assertThat(browser.complaints())
			.noneMatch((complaint) -> complaint.contains("Content Security Policy") || complaint.contains("Uncaught"));
	}

	/** The pictures of docs/pages come from here. */
	@Test
	@Order(9)
	void picturesAreTaken() throws IOException {
		var campaign = "/ops/campaigns/" + running();
		for (var dark : List.of(false, true)) {
			browser.dark(dark);
			browser.size(1180, 760);
			var shade = dark ? "-dark" : "";
			browser.take("/ops", "today" + shade);
			browser.take(thread(), "thread" + shade);
			browser.take("/ops/person", "person" + shade);
			browser.take("/ops/kpis", "kpis" + shade);
			browser.take("/ops/numbers", "numbers" + shade);
			browser.take(campaign + "/rehearsal", "rehearsal" + shade);
			browser.size(390, 844);
			browser.take("/ops", "today-phone" + shade);
			browser.take(thread(), "thread-phone" + shade);
			browser.take("/ops/numbers", "numbers-phone" + shade);
		}
		browser.dark(false);
		browser.size(1180, 760);
		browser.take("/ops/threads", "threads");
		browser.take("/ops/runs", "runs");
		browser.take(campaign, "campaign");
		browser.take("/ops/sign-in", "sign-in");
		try (var pictures = Files.list(Chromium.PICTURES)) {
			assertThat(pictures).hasSizeGreaterThan(20)
				.allSatisfy((picture) -> assertThat(Files.size(picture)).isBetween(3_000L, 150_000L));
		}
	}

	private static String thread() {
		return "/ops/threads/" + database.sql(
				"SELECT substr(seller_phone, 2) FROM conversation WHERE ai_intent = 'OFFER_DISCUSSION' AND sid LIKE 'SMback%' "
						+ "ORDER BY received_at DESC LIMIT 1")
			.query(String.class)
			.single();
	}

	private static String running() {
		return database.sql("SELECT id::text FROM campaign WHERE status = 'RUNNING' LIMIT 1")
			.query(String.class)
			.single();
	}

	private static String pastWeeks() throws IOException {
		try (var sql = OpsBrowserTests.class.getResourceAsStream("past-weeks.sql")) {
			return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static List<String> pages() {
		var campaign = running();
		var run = database.sql("SELECT max(job_execution_id) FROM batch_job_execution").query(Long.class).single();
		return List.of("/ops", "/ops/person", "/ops/threads", "/ops/threads/" + seller.substring(1), "/ops/runs",
				"/ops/runs/" + run, "/ops/runs/parked", "/ops/campaigns", "/ops/campaigns/" + campaign,
				"/ops/campaigns/" + campaign + "/rehearsal", "/ops/numbers", "/ops/kpis", "/ops/nowhere",
				"/ops/sign-in");
	}

	private static boolean isNothingUnderWay() {
		return database.sql("SELECT count(*) = 0 FROM outbox WHERE state = 'SENDING'").query(Boolean.class).single();
	}

	private static long waiting() {
		return database.sql("SELECT count(*) FROM outbox WHERE state = 'QUEUED'").query(Long.class).single();
	}

	private static void awaiting(String what, String sql) {
		await().alias(what).atMost(Duration.ofSeconds(40)).until(() -> database.sql(sql).query(Boolean.class).single());
	}

	private static String phone(StoredRow prospect) {
		return "+1" + Objects.requireNonNull(prospect.text("Phone 1"))
			.replaceAll("\\D", "")
			.replaceAll("^1(?=\\d{10})", "");
	}

	private static Map<String, String> settings(int port) {
		var settings = new HashMap<String, String>();
		settings.put("SANDBOX", "true");
		settings.put("SANDBOX_CLOCK", NOON.toString());
		settings.put("PORT", String.valueOf(port));
		settings.put("PUBLIC_URL", "http://127.0.0.1:" + port);
		settings.put("DATABASE_URL", TestDatabase.freshUrl());
		settings.put("WEBHOOK_TOKEN", "hook");
		settings.put("CRON_TOKEN", "cron");
		settings.put("AIRTABLE_API_URL", airtable.url());
		settings.put("AIRTABLE_API_KEY", airtable.token());
		settings.put("LEADS_CONVOS_BASE", BASE);
		settings.put("TEXTGRID_API_URL", provider.url());
		settings.put("TEXTGRID_ACCOUNT_SID", provider.accountSid());
		settings.put("TEXTGRID_AUTH_TOKEN", provider.authToken());
		settings.put("WORKER_INTERVAL_SEC", "1");
		settings.put("JITTER_SECONDS", "0");
		settings.put("LOG_LEVEL", "warn");
		return settings;
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
