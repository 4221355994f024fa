package rei.sms.jobs.airtable;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.TestDatabase;
import rei.sms.jobs.http.Outcome;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AirtableClientTests {

	private static final String METADATA = """
			{"tables":[{"id":"tblC","name":"Conversations","primaryFieldId":"fld1","views":[],"fields":[
			{"id":"fld1","name":"Conversation ID","type":"autoNumber"},
			{"id":"fld2","name":"Stage","type":"singleSelect","options":{"choices":[{"id":"sel1","name":"DNC","color":"x"}]}},
			{"id":"fld3","name":"Prospect","type":"multipleRecordLinks","options":{"linkedTableId":"tblP","isReversed":false}}
			]}]}""";

	private final MockWebServer airtable = new MockWebServer();

	private AirtableBases bases;

	private AirtableClient client;

	@BeforeEach
	void start() throws IOException {
		this.airtable.start();
		var properties = TestAirtable.properties(this.airtable.url("/").toString(), Duration.ofSeconds(2));
		this.bases = TestAirtable.bases(TestDatabase.fresh(), properties);
		this.client = TestAirtable.client(this.bases, properties);
	}

	@AfterEach
	void stop() {
		this.airtable.close();
	}

	@Test
	void listAsksForTheFieldsFilterAndOrder() throws InterruptedException {
		answer(200, """
				{"records":[{"id":"recA","createdTime":"2026-11-23T18:00:00.000Z","fields":{"Stage":"DNC"}},
				{"id":"recB","createdTime":"2026-11-23T18:00:00.000Z","fields":{}}],"offset":"itrX/recB"}""");
		var query = ListQuery.ALL.with(List.of("Stage", "TextGrid ID"))
			.where(Formula.equal("TextGrid ID", "a'b"))
			.sortedBy("Stage")
			.paged(2);
		var page = this.client.list(Table.CONVERSATIONS, query, Optional.of("itrX/recA"), Lane.URGENT);
		assertThat(page.next()).contains("itrX/recB");
		assertThat(page.records()).extracting(AirtableRecord::id)
			.containsExactly(new RecordId("recA"), new RecordId("recB"));
		assertThat(page.records().getFirst().cells().get("Stage").asString()).isEqualTo("DNC");
		var request = this.airtable.takeRequest();
		assertThat(request.getUrl().encodedPath()).isEqualTo("/v0/appLeads/Conversations");
		assertThat(request.getUrl().queryParameterValues("fields[]")).containsExactly("Stage", "TextGrid ID");
		assertThat(request.getUrl().queryParameter("filterByFormula")).isEqualTo("{TextGrid ID}='a\\'b'");
		assertThat(request.getUrl().queryParameter("sort[0][field]")).isEqualTo("Stage");
		assertThat(request.getUrl().queryParameter("offset")).isEqualTo("itrX/recA");
		assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer pat-s3cret");
	}

	@Test
	void listWithALongQueryIsPosted() throws InterruptedException {
		answer(200, "{\"records\":[]}");
		var query = ListQuery.ALL.where(Formula.equal("Message", "x".repeat(16_000))).sortedBy("Stage");
		this.client.list(Table.CONVERSATIONS, query, Optional.of("itr"), Lane.BULK);
		var request = this.airtable.takeRequest();
		var body = body(request);
		assertThat(request.getTarget()).isEqualTo("/v0/appLeads/Conversations/listRecords");
		assertThat(body.path("filterByFormula").asString()).hasSizeGreaterThan(16_000);
		assertThat(body.path("sort").path(0).path("field").asString()).isEqualTo("Stage");
		assertThat(body.path("offset").asString()).isEqualTo("itr");
		assertThat(body.path("pageSize").asInt()).isEqualTo(100);
	}

	@Test
	void pagesFetchesEachPageWhenItIsAskedFor() {
		answer(200, "{\"records\":[{\"id\":\"recA\",\"fields\":{}}],\"offset\":\"itr2\"}");
		answer(200, "{\"records\":[{\"id\":\"recB\",\"fields\":{}}]}");
		var pages = this.client.pages(Table.PROSPECTS, ListQuery.ALL, Lane.BULK);
		pages.next();
		assertThat(this.airtable.getRequestCount()).isEqualTo(1);
		assertThat(pages.next().records()).hasSize(1);
		assertThat(pages.hasNext()).isFalse();
	}

	@Test
	void listWhenTheCursorExpiredSaysSo() {
		answer(422, "{\"error\":{\"type\":\"LIST_RECORDS_ITERATOR_NOT_AVAILABLE\",\"message\":\"gone\"}}");
		assertThat(catchThrowableOfType(CursorExpired.class,
				() -> this.client.list(Table.LEADS, ListQuery.ALL, Optional.of("itr"), Lane.BULK)))
			.isNotNull();
	}

	@Test
	void upsertSendsKeysIdsAndNulls() throws InterruptedException {
		answer(200, "{\"records\":[{\"id\":\"recA\",\"fields\":{}},{\"id\":\"recB\",\"fields\":{}}]}");
		var cleared = new HashMap<String, Object>();
		cleared.put("Prospect", List.of());
		cleared.put("Stage", null);
		this.client.upsert(Table.CONVERSATIONS, List.of("TextGrid ID"),
				List.of(Draft.of(new RecordId("recA"), cleared), Draft.of(Map.of("TextGrid ID", "SM1"))), Lane.BULK);
		var request = this.airtable.takeRequest();
		assertThat(request.getMethod()).isEqualTo("PATCH");
		assertThat(body(request)).isEqualTo(JsonMapper.shared().readTree("""
				{"performUpsert":{"fieldsToMergeOn":["TextGrid ID"]},"records":[
				{"id":"recA","fields":{"Prospect":[],"Stage":null}},{"fields":{"TextGrid ID":"SM1"}}]}"""));
	}

	@Test
	void updateAndDeleteNameTheRecords() throws InterruptedException {
		answer(200, "{\"records\":[{\"id\":\"recA\",\"fields\":{}}]}");
		answer(200, "{\"records\":[{\"id\":\"recA\",\"deleted\":true}]}");
		this.client.update(Table.NUMBERS, List.of(Draft.of(new RecordId("recA"), Map.of("Sent Today", 4))), Lane.BULK);
		this.client.delete(Table.NUMBERS, List.of(new RecordId("recA"), new RecordId("recB")), Lane.BULK);
		assertThat(body(this.airtable.takeRequest()).toString())
			.isEqualTo("{\"records\":[{\"id\":\"recA\",\"fields\":{\"Sent Today\":4}}]}");
		var delete = this.airtable.takeRequest();
		assertThat(delete.getMethod()).isEqualTo("DELETE");
		assertThat(delete.getUrl().encodedPath()).isEqualTo("/v0/appControl/Numbers");
		assertThat(delete.getUrl().queryParameterValues("records[]")).containsExactly("recA", "recB");
	}

	@Test
	void createIsNeverRepeated() {
		this.airtable.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
		answer(200, "{\"records\":[{\"id\":\"recA\",\"fields\":{}}]}");
		var unavailable = catchThrowableOfType(Unavailable.class,
				() -> this.client.create(Table.LEADS, List.of(Map.of("Phone", "+15125550177")), Lane.BULK));
		assertThat(unavailable.outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(this.airtable.getRequestCount()).isEqualTo(1);
	}

	@Test
	void updateIsRepeatedOnceWhenTheConnectionIsLost() {
		this.airtable.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
		answer(200, "{\"records\":[{\"id\":\"recA\",\"fields\":{}}]}");
		assertThat(this.client.update(Table.LEADS, List.of(Draft.of(new RecordId("recA"), Map.of())), Lane.BULK))
			.hasSize(1);
		assertThat(this.bases.states().getFirst().callsThisMonth()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 502, 503 })
	void updateWhenAirtableFailsIsUnknownAndNoted(int status) {
		answer(status, "<html>oops</html>");
		var unavailable = catchThrowableOfType(Unavailable.class,
				() -> this.client.update(Table.LEADS, List.of(), Lane.BULK));
		assertThat(unavailable.outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(this.bases.states().getFirst().lastError().orElseThrow()).endsWith("answered " + status);
	}

	@Test
	void a429RestsTheBaseForEverybody() {
		answer(429, "{\"errors\":[{\"error\":\"RATE_LIMIT_REACHED\",\"message\":\"slow down\"}]}");
		var first = catchThrowableOfType(Unavailable.class, this::list);
		assertThat(first.outcome()).isEqualTo(Outcome.REFUSED_NOT_APPLIED);
		assertThat(first.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(35));
		assertThat(catchThrowableOfType(Unavailable.class, this::list).outcome()).isEqualTo(Outcome.NOT_SENT);
		assertThat(this.airtable.getRequestCount()).isEqualTo(1);
	}

	@Test
	void aBilling429StopsTheBaseForTheMonth() {
		answer(429, "{\"errors\":[{\"error\":\"PUBLIC_API_BILLING_LIMIT_EXCEEDED\",\"message\":\"pay\"}]}");
		assertThat(catchThrowableOfType(BillingStopped.class, this::list)).isNotNull();
		assertThat(catchThrowableOfType(BillingStopped.class, this::list)).isNotNull();
		assertThat(this.airtable.getRequestCount()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void aForbiddenBaseStopsAndTheOthersGoOn(int status) {
		answer(status, "{\"error\":{\"type\":\"INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND\",\"message\":\"no\"}}");
		answer(status, "{\"error\":{\"type\":\"INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND\",\"message\":\"no\"}}");
		assertThat(catchThrowableOfType(Forbidden.class, this::list)).isNotNull();
		assertThat(catchThrowableOfType(Forbidden.class, this::list)).isNotNull();
		assertThat(this.airtable.getRequestCount()).isEqualTo(2);
		answer(200, "{\"records\":[]}");
		assertThat(this.client.list(Table.NUMBERS, ListQuery.ALL, Optional.empty(), Lane.BULK).records()).isEmpty();
	}

	@Test
	void a403OfATableThatIsThereStopsTheBase() {
		answer(403, "{\"error\":\"FORBIDDEN\"}");
		answer(200, METADATA);
		assertThat(catchThrowableOfType(Forbidden.class, this::list)).isNotNull();
	}

	@Test
	void a403OfATableThatIsGoneIsThatTablesOnly() {
		answer(403, "{\"error\":\"FORBIDDEN\"}");
		answer(200, "{\"tables\":[]}");
		assertThat(catchThrowableOfType(Rejected.class, this::list).status()).isEqualTo(403);
		answer(200, "{\"records\":[]}");
		assertThat(this.client.list(Table.LEADS, ListQuery.ALL, Optional.empty(), Lane.BULK).records()).isEmpty();
	}

	@Test
	void a422IsThatRecordsOnly() {
		answer(422,
				"{\"error\":{\"type\":\"INVALID_VALUE_FOR_COLUMN\",\"message\":\"Field \\\"Stage\\\" cannot accept\"}}");
		var rejected = catchThrowableOfType(Rejected.class, this::list);
		assertThat(rejected.error().field()).contains("Stage");
		assertThat(rejected).hasMessageEndingWith("answered 422 INVALID_VALUE_FOR_COLUMN");
	}

	@Test
	void findAnswersEmptyWhenThereIsNoSuchRecord() {
		answer(404, "{\"error\":\"NOT_FOUND\"}");
		assertThat(this.client.find(Table.LEADS, new RecordId("recA"), Lane.BULK)).isEmpty();
		answer(200, "{\"id\":\"recA\",\"fields\":{\"Phone\":\"+1\"}}");
		assertThat(this.client.find(Table.LEADS, new RecordId("recA"), Lane.BULK)).isPresent();
	}

	@Test
	void schemaTellsTypesOptionsAndLinks() throws InterruptedException {
		answer(200, METADATA);
		var table = this.client.schema(Base.LEADS_CONVOS, Lane.BULK).table("Conversations").orElseThrow();
		assertThat(table.field("Conversation ID").orElseThrow().isComputed()).isTrue();
		assertThat(table.field("Stage").orElseThrow().choices()).containsExactly("DNC");
		assertThat(table.field("Prospect").orElseThrow().linkedTable()).contains("tblP");
		assertThat(table.field("Nothing")).isEmpty();
		assertThat(this.airtable.takeRequest().getTarget()).isEqualTo("/v0/meta/bases/appLeads/tables");
	}

	@Test
	void nothingPrintsTheToken() {
		answer(422, "{\"error\":{\"type\":\"X\",\"message\":\"pat-s3cret\"}}");
		var properties = TestAirtable.properties("http://localhost", Duration.ofSeconds(1));
		assertThat(properties + String.valueOf(catchThrowableOfType(Rejected.class, this::list)))
			.doesNotContain("s3cret");
	}

	private Page list() {
		return this.client.list(Table.CONVERSATIONS, ListQuery.ALL, Optional.empty(), Lane.BULK);
	}

	private void answer(int status, String body) {
		this.airtable.enqueue(new MockResponse.Builder().code(status).body(body).build());
	}

	private static JsonNode body(RecordedRequest request) {
		return JsonMapper.shared().readTree(request.getBody().utf8());
	}

}
