package rei.sms.config.roles;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import rei.sms.sandbox.airtable.StoredRow;
import rei.sms.sandbox.sellers.SellerOptions;
import rei.sms.sandbox.sellers.Sellers;
import rei.sms.sandbox.textgrid.Carrier;
import rei.sms.sandbox.textgrid.Inbound;
import rei.sms.sandbox.textgrid.Text;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The whole way once: campaigns go out, sellers answer, the engine understands, replies,
 * promotes and suppresses. Looked at from outside alone: what the provider received and
 * what Airtable holds.
 */
class WholeStoryTests {

	private static final BusyHouse HOUSE = BusyHouse.furnished((options) -> options.carrier(Carrier.usual(7)));

	private static final TextGridStandIn provider = HOUSE.provider();

	private static Collector collector;

	private static JdbcClient database;

	@BeforeAll
	static void play() throws IOException {
		Sellers.move(provider, new SellerOptions(Duration.ofSeconds(1), Duration.ofSeconds(5), 0.45, 3, 7));
		collector = Collector.start();
		// Below the stand-in's limit: a busy machine must not fail it.
		HOUSE.open(Map.of("AIRTABLE_REQUESTS_PER_SECOND", "16", "RATE_PER_NUMBER_PER_MIN", "240",
				"OTEL_EXPORTER_OTLP_ENDPOINT", collector.url()));
		database = HOUSE.database();
		await().atMost(Duration.ofMinutes(8)).pollInterval(Duration.ofSeconds(2)).until(WholeStoryTests::isOver);
		askForWhatIsNotDue();
		await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofSeconds(1)).until(() -> unshown("") == 0);
	}

	@AfterAll
	static void close() {
		HOUSE.close();
		collector.close();
	}

	/**
	 * A text whose delivery failed in passing is tried again, under a new SID; one that
	 * arrived never is.
	 */
	@Test
	void everyProspectIsTextedOnce() {
		assertThat(messages().values()).allSatisfy((tries) -> assertThat(tries.subList(0, tries.size() - 1))
			.allMatch((text) -> text.status().equals("failed") || text.status().equals("undelivered")));
		var firstTouches = HOUSE.rows("Conversations")
			.stream()
			.filter((row) -> "Campaign Runner".equals(row.text("Processed By")))
			.map((row) -> row.text("Seller Phone Number"))
			.toList();
		assertThat(firstTouches).hasSizeGreaterThan(350).doesNotHaveDuplicates();
	}

	@Test
	void nobodyIsTextedAfterAStop() {
		var stops = provider.inbounds().stream().filter(Inbound::stop).toList();
		assertThat(stops).isNotEmpty();
		assertThat(stops).allSatisfy((stop) -> assertThat(provider.textsTo(stop.from()))
			.allMatch((text) -> text.begun().isBefore(stop.at().plusSeconds(2))));
		assertThat(suppressed()).containsAll(stops.stream().map(Inbound::from).toList());
	}

	@Test
	void airtableHoldsOneConversationAMessage() {
		var held = HOUSE.rows("Conversations")
			.stream()
			.map((row) -> Objects.requireNonNull(row.text("TextGrid ID")))
			.toList();
		var sent = messages().values().stream().map(List::getLast).map(Text::sid);
		var received = provider.inbounds().stream().map(Inbound::sid);
		assertThat(held).containsExactlyInAnyOrderElementsOf(Stream.concat(sent, received).distinct().toList());
	}

	@Test
	void everyConversationIsLinkedToExactlyOneOfLeadAndProspect() {
		assertThat(HOUSE.rows("Conversations")).allSatisfy((row) -> {
			var links = (row.links("Lead").isEmpty() ? 0 : 1) + (prospects(row).isEmpty() ? 0 : 1);
			assertThat(links).as(row.id()).isEqualTo(1);
		});
	}

	@Test
	void repliesAreClassifiedAndInterestMakesLeads() {
		var inbound = HOUSE.rows("Conversations")
			.stream()
			.filter((row) -> "INBOUND".equals(row.text("Direction")))
			.toList();
		assertThat(inbound).isNotEmpty().allSatisfy((row) -> assertThat(row.text("AI Intent")).isNotNull());
		var interested = inbound.stream()
			.filter((row) -> "Positive".equals(row.text("Intent Detected")))
			.map((row) -> row.text("Seller Phone Number"))
			.distinct()
			.toList();
		var leads = HOUSE.rows("Leads").stream().map((row) -> row.text("Phone")).toList();
		assertThat(leads).doesNotHaveDuplicates().containsAll(interested);
		assertThat(provider.texts().stream().filter((text) -> !text.body().contains("STOP"))).isNotEmpty();
	}

	@Test
	void receiptsAreApplied() {
		var shown = HOUSE.rows("Conversations")
			.stream()
			.filter((row) -> "OUTBOUND".equals(row.text("Direction")))
			.collect(Collectors.toMap((row) -> Objects.requireNonNull(row.text("TextGrid ID")),
					(row) -> Objects.requireNonNull(row.text("Delivery Status"))));
		assertThat(messages().values().stream().map(List::getLast).filter((text) -> text.status().equals("delivered")))
			.allSatisfy((text) -> assertThat(shown.get(text.sid())).isEqualTo("DELIVERED"));
	}

	@Test
	void kpisAreRolledUpAndAirtableWasNeverOverrun() {
		assertThat(HOUSE.rows("KPIs")).isNotEmpty();
		assertThat(HOUSE.airtable().rateLimited(BusyHouse.BASE)).isZero();
		assertThat(HOUSE.airtable().sins()).isEmpty();
	}

	/** The whole way of one text stands in one trace, whose id is the seller's text's. */
	@Test
	void oneTraceLeadsFromTheWebhookToTheReceiptOfTheAnswer() {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> traces().values().stream().anyMatch(WholeStoryTests::isWhole));
		var whole = traces().values().stream().filter(WholeStoryTests::isWhole).findFirst().orElseThrow();
		var first = whole.stream().filter((span) -> !span.has("parentSpanId")).toList();
		assertThat(first).hasSize(1);
		assertThat(whole).filteredOn((span) -> span.has("parentSpanId"))
			.allMatch((span) -> span.get("parentSpanId").equals(first.getFirst().get("spanId")));
		assertThat(
				one("SELECT count(*) FROM conversation WHERE direction = 'INBOUND' AND replace(id::text, '-', '') = '"
						+ first.getFirst().get("traceId").asString() + "'"))
			.isOne();
	}

	@Test
	void noTraceHoldsAPhoneOrAWordOfAText() {
		assertThat(collector.bodies()).isNotEmpty().noneMatch((body) -> body.contains("+1"));
		var texts = provider.inbounds().stream().map(Inbound::body).filter((body) -> body.length() > 12).toList();
		assertThat(texts).isNotEmpty();
		assertThat(collector.bodies()).noneMatch((body) -> texts.stream().anyMatch(body::contains));
	}

	@Test
	void dashboardAsksForMetricsThatThereAreAndForAllOfOurs() throws Exception {
		var metrics = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(HOUSE.url() + "/metrics?token=cron")).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
		var there = metrics.lines()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.split("[ {]", 2)[0])
			.collect(Collectors.toSet());
		var asked = Pattern.compile("\\b(sms|http|jvm|hikaricp|process)_[a-z_]+")
			.matcher(Files.readString(Path.of("../deploy/grafana/rei-sms-engine.json")))
			.results()
			.map(MatchResult::group)
			.collect(Collectors.toSet());
		assertThat(there).containsAll(asked);
		assertThat(asked).containsAll(there.stream().filter((name) -> name.startsWith("sms_")).toList());
		assertThat(metrics).contains("sms_backlog{queue=\"outbox\"", "sms_texts_total{outcome=\"sent\"")
			.doesNotContain("sms_texts_total{outcome=\"sent\"} 0.0");
	}

	private static Map<String, List<JsonNode>> traces() {
		return collector.spans().stream().collect(Collectors.groupingBy((span) -> span.get("traceId").asString()));
	}

	private static boolean isWhole(List<JsonNode> trace) {
		var names = trace.stream().map((span) -> span.get("name").asString()).toList();
		return names.containsAll(List.of("inbound", "classify", "answer", "outbound", "call provider"))
				&& names.contains("receipt delivered");
	}

	/** What the provider took, the tries of one message together in their order. */
	private static Map<String, List<Text>> messages() {
		return provider.texts()
			.stream()
			.sorted(Comparator.comparing(Text::accepted))
			.collect(Collectors.groupingBy((text) -> text.to() + " " + text.body()));
	}

	private static boolean isOver() {
		var open = one(
				"SELECT (SELECT count(*) FROM inbound WHERE linked_at IS NULL) + (SELECT count(*) FROM outbox WHERE state IN ('QUEUED', 'SENDING')"
						+ " AND not_before < (SELECT max(created_at) + interval '1 minute' FROM conversation))"
						+ " + (SELECT count(*) FROM receipt WHERE state = 'PENDING')"
						+ " + (SELECT count(*) FROM campaign_prospect WHERE planned_at IS NULL)"
						+ " + (SELECT count(*) FROM conversation WHERE direction = 'INBOUND' AND (reply IS NULL OR promotion IS NULL))");
		return open == 0 && unshown("AND mirror_due < clock_timestamp()") == 0
				&& one("SELECT count(*) FROM conversation") > 350 && one("SELECT count(*) FROM kpi") > 0
				&& one("SELECT count(*) FROM conversation WHERE direction = 'INBOUND'") == provider.inbounds().size()
				&& provider.texts()
					.stream()
					.allMatch((text) -> List.of("delivered", "undelivered", "failed").contains(text.status()));
	}

	private static Collection<String> suppressed() {
		return database.sql("SELECT phone FROM suppression WHERE lifted_at IS NULL").query(String.class).list();
	}

	private static Collection<String> prospects(StoredRow row) {
		return row.links("Prospect").isEmpty() ? row.links("Prospects") : row.links("Prospect");
	}

	/**
	 * What nobody waits for may take an hour on a busy day; who asks is shown it, once
	 * the worker's own push is over.
	 */
	private static void askForWhatIsNotDue() {
		var push = HttpRequest.newBuilder(URI.create(HOUSE.url() + "/jobs/airtable-push?token=cron&async=true"))
			.POST(HttpRequest.BodyPublishers.noBody())
			.build();
		await().until(() -> HttpClient.newHttpClient()
			.send(push, HttpResponse.BodyHandlers.discarding())
			.statusCode() == 202);
	}

	private static int unshown(String which) {
		return Stream.of("conversation", "lead", "kpi")
			.mapToInt((table) -> one("SELECT count(*) FROM " + table + " WHERE version > mirrored_version " + which))
			.sum();
	}

	private static int one(String sql) {
		return database.sql(sql).query(Integer.class).single();
	}

}
