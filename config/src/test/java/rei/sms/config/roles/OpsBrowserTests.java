package rei.sms.config.roles;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.jdbc.core.simple.JdbcClient;

import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.StoredRow;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The pages as people use them: a real browser, the whole engine, a provider that stands
 * in.
 */
@WithChromium
@TestMethodOrder(OrderAnnotation.class)
class OpsBrowserTests {

	private static final BusyHouse HOUSE = BusyHouse.furnished((options) -> options);

	private static final TextGridStandIn provider = HOUSE.provider();

	private static JdbcClient database;

	private static Chromium browser;

	private static String seller;

	@BeforeAll
	static void start(@TempDir Path profile) throws IOException {
		HOUSE.rows("Campaigns")
			.forEach((campaign) -> HOUSE.airtable()
				.edit(BusyHouse.BASE, "Campaigns", campaign.id(), Map.of("Status", "Draft")));
		HOUSE.open(Map.of());
		database = HOUSE.database();
		seller = phone(HOUSE.rows("Prospects").getFirst());
		awaiting("campaigns are pulled", "SELECT count(*) >= 2 FROM campaign_prospect");
		awaiting("contacts are known", "SELECT count(*) > 300 FROM contact");
		database.sql(pastWeeks()).update();
		provider.receive(seller, HOUSE.number(), "Maybe, what is it about?");
		awaiting("the text is read",
				"SELECT count(*) > 0 FROM conversation WHERE body LIKE 'Maybe,%' AND classified_at IS NOT NULL");
		browser = Chromium.visiting(HOUSE.url(), profile);
	}

	@AfterAll
	static void close() {
		browser.close();
		HOUSE.close();
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
		await().atMost(Duration.ofMinutes(1))
			.until(() -> HOUSE.rows("Conversations")
				.stream()
				.anyMatch((row) -> "Delay".equals(row.text("Intent Detected"))));
	}

	/** Airtable is away for one of its tables; then it is back. */
	@Test
	@Order(4)
	void failedRunIsRestartedAndFinishesBeforeOnesEyes() {
		var faults = HOUSE.airtable().faults();
		faults.always(AirtableFaults.serverError(),
				(request) -> request.method().equals("GET") && request.path().contains("KPIs"));
		browser.open("/ops/runs");
		browser.choose("job", "airtable-reconcile");
		browser.press("Run");
		browser.waitFor("Mend what the error names");
		assertThat(browser.words()).contains("failed", "compare-templates");
		faults.clear();
		browser.press("Restart where it ended");
		assertThat(browser.words()).contains("Restarted at the chunk in which it ended.");
		browser.waitFor("mend-kpis");
		browser.waitFor("completed · took");
		assertThat(browser.words()).contains("compare-kpis").doesNotContain("compare-templates", "failed");
		// The weeks before were never in this base: that is not what anybody looks for
		// here.
		database.sql("DELETE FROM problem").update();
		database.sql("UPDATE airtable_base SET last_error_at = NULL").update();
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
		var held = Instant.now().plusSeconds(2);
		await().atMost(Duration.ofSeconds(10))
			.until(() -> Instant.now().isAfter(held) && provider.texts().size() == sent);
		assertThat(waiting()).isPositive();
		browser.press("Resume everything");
		await().atMost(Duration.ofSeconds(30)).until(() -> provider.texts().size() > sent);
	}

	@Test
	@Order(7)
	void noPageHasABarrierInLightOrDarkAndAllFitAPhoneAndKeepTheirPolicy() {
		for (var path : pages()) {
			browser.open(path);
			for (var dark : List.of(false, true)) {
				browser.dark(dark);
				assertThat(browser.barriers()).as(path + (dark ? " in the dark" : "")).isEmpty();
			}
			browser.size(390, 844);
			assertThat(browser.barriers()).as(path + " on a phone").isEmpty();
			assertThat(browser.isTooWide()).as(path).isFalse();
			browser.size(1280, 900);
		}
		browser.dark(false);
		assertThat(browser.complaints())
			.noneMatch((complaint) -> complaint.contains("Content Security Policy") || complaint.contains("Uncaught"));
	}

	/** The pictures of docs/pages come from here. */
	@Test
	@Order(9)
	void picturesAreTaken() throws IOException {
		for (var dark : List.of(false, true)) {
			browser.dark(dark);
			browser.size(1180, 760);
			browser.take("/ops", "today" + (dark ? "-dark" : ""));
			browser.take(thread(), "thread" + (dark ? "-dark" : ""));
		}
		browser.dark(false);
		for (var page : List.of("threads", "person", "runs", "kpis", "numbers")) {
			browser.take("/ops/" + page, page);
		}
		browser.size(390, 844);
		browser.take("/ops", "today-phone");
		browser.take(thread(), "thread-phone");
		browser.size(1180, 760);
		try (var pictures = Files.list(Chromium.PICTURES)) {
			assertThat(pictures).hasSizeGreaterThan(10)
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

	private static String started() {
		return database
			.sql("SELECT id::text FROM campaign WHERE last_run_at IS NOT NULL ORDER BY last_run_at DESC LIMIT 1")
			.query(String.class)
			.single();
	}

	private static String pastWeeks() throws IOException {
		try (var sql = OpsBrowserTests.class.getResourceAsStream("past-weeks.sql")) {
			return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static List<String> pages() {
		var campaign = started();
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

}
