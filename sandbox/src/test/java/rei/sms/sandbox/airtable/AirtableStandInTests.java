package rei.sms.sandbox.airtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rei.sms.sandbox.http.Caller;
import rei.sms.sandbox.http.Caller.Reply;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AirtableStandInTests {

	private static final String BASE = "appTest";

	private final AirtableStandIn airtable = AirtableStandIn
		.start(AirtableOptions.of(ContactsBase.spec(BASE)).limits(Limits.NONE));

	private final Caller caller = new Caller(this.airtable.url(), "Bearer sandbox");

	@AfterEach
	void close() {
		this.airtable.close();
	}

	@Test
	void createAnswersTheWholeRecordWithoutEmptyCells() {
		JsonNode record = create("{\"Name\":\"Ann\",\"Score\":2,\"Active\":false,\"Note\":\"\"}");
		assertThat(record.path("fields").propertyNames()).containsExactlyInAnyOrder("No", "Name", "Score", "Record ID",
				"Texts Count", "Changed");
		assertThat(record.path("fields").path("Record ID").asString()).isEqualTo(record.path("id").asString());
		assertThat(record.path("fields").path("No").asInt()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"Nope":1}                           | UNKNOWN_FIELD_NAME
			{"No":1}                             | INVALID_VALUE_FOR_COLUMN
			{"Record ID":"x"}                    | INVALID_VALUE_FOR_COLUMN
			{"Phones":["x"]}                     | INVALID_VALUE_FOR_COLUMN
			{"Changed":"2026-01-01"}             | INVALID_VALUE_FOR_COLUMN
			{"Status":"new"}                     | INVALID_MULTIPLE_CHOICE_OPTIONS
			{"Status":""}                        | INVALID_MULTIPLE_CHOICE_OPTIONS
			{"Status":1}                         | INVALID_VALUE_FOR_COLUMN
			{"Score":"2"}                        | INVALID_VALUE_FOR_COLUMN
			{"Name":2}                           | INVALID_VALUE_FOR_COLUMN
			{"Active":"yes"}                     | INVALID_VALUE_FOR_COLUMN
			{"Seen":"yesterday"}                 | INVALID_VALUE_FOR_COLUMN
			{"Born":20260101}                    | INVALID_VALUE_FOR_COLUMN
			{"Texts":"rec00000000000000"}        | INVALID_VALUE_FOR_COLUMN
			{"Texts":["Hello"]}                  | INVALID_VALUE_FOR_COLUMN
			{"Texts":["rec00000000000000"]}      | ROW_DOES_NOT_EXIST
			""")
	void createRefusesABadCellAndAllItsNeighbours(String fields, String type) {
		Reply reply = this.caller.call("POST", "/v0/appTest/People",
				"{\"records\":[{\"fields\":{\"Name\":\"Good\"}},{\"fields\":" + fields + "}]}");
		assertThat(reply.status()).isEqualTo(422);
		assertThat(reply.json().path("error").path("type").asString()).isEqualTo(type);
		assertThat(this.airtable.count(BASE, "People")).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			GET    | /v0/appTest/People?fields[]=Nope                 | 422 | UNKNOWN_FIELD_NAME
			GET    | /v0/appTest/People?filterByFormula=NOPE()        | 422 | INVALID_FILTER_BY_FORMULA
			GET    | /v0/appTest/People?pageSize=101                  | 422 | INVALID_REQUEST_UNKNOWN
			GET    | /v0/appTest/People?limit=5                       | 422 | INVALID_REQUEST_UNKNOWN
			GET    | /v0/appTest/People?view=Nope                     | 422 | VIEW_NAME_NOT_FOUND
			GET    | /v0/appTest/People?offset=itr00000000000000/1/1  | 422 | LIST_RECORDS_ITERATOR_NOT_AVAILABLE
			GET    | /v0/appTest/People?sort[0][field]=Nope           | 422 | UNKNOWN_FIELD_NAME
			GET    | /v0/appTest/Nope                                 | 403 | INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND
			GET    | /v0/appNope/People                               | 403 | INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND
			PATCH  | /v0/appTest/People                               | 422 | INVALID_REQUEST_UNKNOWN
			DELETE | /v0/appTest/People                               | 422 | INVALID_REQUEST_UNKNOWN
			DELETE | /v0/appTest/People?records[]=recNope             | 422 | ROW_DOES_NOT_EXIST
			""")
	void callsThatAirtableRefuses(String method, String path, int status, String type) {
		this.airtable.add(BASE, "People", Map.of("Name", "Ann"));
		Reply reply = this.caller.call(method, path.replace("[", "%5B").replace("]", "%5D"), "{}");
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.json().path("error").path("type").asString()).isEqualTo(type);
	}

	@Test
	void missingRecordAnswersTheBareShape() {
		Reply reply = this.caller.get("/v0/appTest/People/rec00000000000000");
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.json().path("error").asString()).isEqualTo("NOT_FOUND");
	}

	@Test
	void wrongTokenAnswers401() {
		assertThat(new Caller(this.airtable.url(), "Bearer nope").get("/v0/appTest/People").status()).isEqualTo(401);
	}

	@Test
	void longAddressAnswers414() {
		assertThat(this.caller.get("/v0/appTest/People?filterByFormula=" + "x".repeat(16_000)).status()).isEqualTo(414);
	}

	@Test
	void elevenRecordsAreRefused() {
		String records = IntStream.range(0, 11)
			.mapToObj((i) -> "{\"fields\":{}}")
			.collect(Collectors.joining(",", "{\"records\":[", "]}"));
		assertThat(this.caller.call("POST", "/v0/appTest/People", records).status()).isEqualTo(422);
	}

	@Test
	void linksShowOnBothSidesAndGoWithTheirRecord() {
		String text = this.airtable.add(BASE, "Texts", Map.of("Body", "Hi"));
		String ann = create("{\"Name\":\"Ann\",\"Texts\":[\"" + text + "\"]}").path("id").asString();
		assertThat(row("Texts", text).links("Person")).containsExactly(ann);

		String bob = this.airtable.add(BASE, "People", Map.of("Name", "Bob"));
		this.airtable.edit(BASE, "Texts", text, Map.of("Person", List.of(bob)));
		assertThat(row("People", ann).fields()).doesNotContainKey("Texts");
		assertThat(row("People", bob).links("Texts")).containsExactly(text);
		assertThat(row("Texts", text).fields()).containsEntry("Name (from Person)", List.of("Bob"));

		this.airtable.delete(BASE, "People", bob);
		assertThat(row("Texts", text).fields()).doesNotContainKeys("Person", "Name (from Person)");
	}

	@Test
	void formulaSeesPrimaryNamesOfLinks() {
		String text = this.airtable.add(BASE, "Texts", Map.of("Body", "Hi"));
		String ann = this.airtable.add(BASE, "People", Map.of("Name", "Ann", "Texts", List.of(text)));
		assertThat(ids("Texts", "{Person}='1'")).containsExactly(text);
		assertThat(ids("Texts", "{Person}='" + ann + "'")).isEmpty();
		assertThat(ids("People", "{Texts}='Hi'")).containsExactly(ann);
	}

	@Test
	void listReadsOnPageByPageUntilItsCursorExpires() {
		IntStream.range(0, 25).forEach((i) -> this.airtable.add(BASE, "People", Map.of("Name", "P" + i, "Score", i)));
		String path = "/v0/appTest/People?pageSize=10&filterByFormula=" + Caller.encode("{Score}>=3");
		JsonNode first = this.caller.get(path).json();
		JsonNode second = this.caller.get(path + "&offset=" + Caller.encode(first.path("offset").asString())).json();
		JsonNode third = this.caller.get(path + "&offset=" + Caller.encode(second.path("offset").asString())).json();
		assertThat(List.of(first.path("records").size(), second.path("records").size(), third.path("records").size()))
			.containsExactly(10, 10, 2);
		assertThat(third.has("offset")).isFalse();

		this.airtable.expireCursors();
		Reply late = this.caller.get(path + "&offset=" + Caller.encode(second.path("offset").asString()));
		assertThat(late.body()).contains("LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
	}

	@Test
	void listRecordsTakesTheSameByPost() {
		IntStream.range(0, 5).forEach((i) -> this.airtable.add(BASE, "People", Map.of("Name", "P" + i, "Score", i)));
		JsonNode page = this.caller.call("POST", "/v0/appTest/People/listRecords", """
				{"fields":["Name"],"sort":[{"field":"Score","direction":"desc"}],"maxRecords":2,"pageSize":2}""")
			.json();
		assertThat(page.path("records").valueStream().map((record) -> record.path("fields").toString()))
			.containsExactly("{\"Name\":\"P4\"}", "{\"Name\":\"P3\"}");
		assertThat(page.has("offset")).isFalse();
	}

	@Test
	void viewShowsOnlyItsRecords() {
		String hot = this.airtable.add(BASE, "People", Map.of("Score", 9));
		this.airtable.add(BASE, "People", Map.of("Score", 1));
		JsonNode page = this.caller.get("/v0/appTest/People?view=Hot").json();
		assertThat(page.path("records").valueStream().map((record) -> record.path("id").asString()))
			.containsExactly(hot);
	}

	@Test
	void upsertCreatesThenUpdatesAndRefusesSeveralMatches() {
		String body = """
				{"performUpsert":{"fieldsToMergeOn":["Name"]},"records":[{"fields":{"Name":"Ann","Score":1}}]}""";
		JsonNode created = this.caller.call("PATCH", "/v0/appTest/People", body).json();
		JsonNode updated = this.caller.call("PATCH", "/v0/appTest/People", body.replace("1}", "2}")).json();
		assertThat(created.path("createdRecords")).isEqualTo(updated.path("updatedRecords"));
		assertThat(updated.path("createdRecords").size()).isZero();
		assertThat(this.airtable.rows(BASE, "People")).singleElement()
			.satisfies((row) -> assertThat(row.fields()).containsEntry("Score", 2L));

		this.airtable.add(BASE, "People", Map.of("Name", "Ann"));
		assertThat(this.caller.call("PATCH", "/v0/appTest/People", body).status()).isEqualTo(422);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			[]
			["Name","Score","Note","Seen"]
			["Record ID"]
			["Texts"]
			["Nope"]
			["Score"]
			""")
	void upsertRefusesKeysThatAreNone(String keys) {
		assertThat(this.caller
			.call("PATCH", "/v0/appTest/People",
					"{\"performUpsert\":{\"fieldsToMergeOn\":" + keys
							+ "},\"records\":[{\"fields\":{\"Name\":\"A\"}}]}")
			.status()).isEqualTo(422);
	}

	@Test
	void patchKeepsOtherCellsAndPutClearsThem() {
		String id = this.airtable.add(BASE, "People", Map.of("Name", "Ann", "Score", 1, "Note", "x"));
		this.caller.call("PATCH", "/v0/appTest/People/" + id, "{\"fields\":{\"Score\":null}}");
		assertThat(row("People", id).fields()).containsEntry("Note", "x").doesNotContainKey("Score");
		this.caller.call("PUT", "/v0/appTest/People/" + id, "{\"fields\":{\"Score\":5}}");
		assertThat(row("People", id).fields()).containsEntry("Score", 5L).doesNotContainKeys("Note", "Name");
	}

	@Test
	void typecastMakesOptionsAndIsASin() {
		this.caller.call("POST", "/v0/appTest/People", "{\"fields\":{\"Status\":\"Odd\"},\"typecast\":true}");
		assertThat(this.airtable.sins()).singleElement().asString().contains("Odd").contains("Status");
		assertThat(this.caller.get("/v0/meta/bases/appTest/tables").body()).contains("\"Odd\"");
	}

	@Test
	void metadataTellsTypesOptionsAndLinks() {
		JsonNode people = this.caller.get("/v0/meta/bases/appTest/tables").json().path("tables").path(0);
		Map<String, String> types = people.path("fields")
			.valueStream()
			.collect(Collectors.toMap((field) -> field.path("name").asString(),
					(field) -> field.path("type").asString()));
		assertThat(types).containsEntry("No", "autoNumber")
			.containsEntry("Status", "singleSelect")
			.containsEntry("Texts", "multipleRecordLinks")
			.containsEntry("Record ID", "formula");
		assertThat(people.toString()).contains("\"choices\":[{\"id\":\"sel");
		assertThat(this.caller.get("/v0/meta/bases").json().path("bases").size()).isEqualTo(1);
	}

	@Test
	void answersByFieldIdWhenAsked() {
		this.airtable.add(BASE, "People", Map.of("Name", "Ann"));
		JsonNode page = this.caller.get("/v0/appTest/People?returnFieldsByFieldId=true&fields%5B%5D=Name").json();
		assertThat(page.path("records").path(0).path("fields").toString()).matches("\\{\"fld\\w{14}\":\"Ann\"}");
	}

	@Test
	void restartKeepsRowsLinksAndNumbers() {
		String text = this.airtable.add(BASE, "Texts", Map.of("Body", "Hi"));
		JsonNode saved = this.airtable.save();
		var changes = new ArrayList<JsonNode>();
		this.airtable.onChange(changes::add);
		String ann = this.airtable.add(BASE, "People", Map.of("Name", "Ann", "Score", 1.5, "Active", true, "Seen",
				"2026-01-02T03:04:05.000Z", "Born", "1960-05-06", "Status", "New", "Texts", List.of(text)));
		this.airtable.delete(BASE, "People", this.airtable.add(BASE, "People", Map.of("Name", "Bob")));
		this.airtable.edit(BASE, "People", ann, Map.of("Score", 2));
		try (var restarted = AirtableStandIn.start(AirtableOptions.of(ContactsBase.spec(BASE)))) {
			assertThat(restarted.restore(saved, changes)).isTrue();
			assertThat(restarted.rows(BASE, "People")).isEqualTo(this.airtable.rows(BASE, "People"));
			assertThat(restarted.rows(BASE, "Texts")).isEqualTo(this.airtable.rows(BASE, "Texts"));
			restarted.add(BASE, "People", Map.of("Name", "Cy"));
			assertThat(restarted.rows(BASE, "People").getLast().fields()).containsEntry("No", 3L);
		}
	}

	@Test
	void changesReadTwiceChangeNothing() {
		var changes = new ArrayList<JsonNode>();
		this.airtable.onChange(changes::add);
		String ann = this.airtable.add(BASE, "People", Map.of("Name", "Ann"));
		this.airtable.edit(BASE, "People", ann, Map.of("Name", "Anna"));
		this.airtable.delete(BASE, "People", this.airtable.add(BASE, "People", Map.of("Name", "Bob")));
		try (var restarted = AirtableStandIn.start(AirtableOptions.of(ContactsBase.spec(BASE)))) {
			restarted.restore(this.airtable.save(), changes);
			assertThat(restarted.rows(BASE, "People")).isEqualTo(this.airtable.rows(BASE, "People"));
		}
	}

	@Test
	void lostAnswerMayHaveBeenApplied() {
		this.airtable.faults().next(1, AirtableFaults.badGatewayAfterApplying());
		Reply reply = this.caller.call("POST", "/v0/appTest/People", "{\"fields\":{\"Name\":\"Ann\"}}");
		assertThat(reply.status()).isEqualTo(502);
		assertThat(reply.body()).startsWith("<html>");
		assertThat(this.airtable.count(BASE, "People")).isEqualTo(1);
	}

	@Test
	void forbiddenBaseAnswers403UntilAllowed() {
		this.airtable.forbid(BASE);
		assertThat(this.caller.get("/v0/appTest/People").status()).isEqualTo(403);
		assertThat(this.caller.get("/v0/meta/bases/appTest/tables").status()).isEqualTo(403);
		this.airtable.allow(BASE);
		assertThat(this.caller.get("/v0/appTest/People").status()).isEqualTo(200);
	}

	private JsonNode create(String fields) {
		return this.caller.call("POST", "/v0/appTest/People", "{\"fields\":" + fields + "}").json();
	}

	private StoredRow row(String table, String id) {
		return this.airtable.rows(BASE, table).stream().filter((row) -> row.id().equals(id)).findFirst().orElseThrow();
	}

	private List<String> ids(String table, String formula) {
		return this.caller.get("/v0/appTest/" + table + "?filterByFormula=" + Caller.encode(formula))
			.json()
			.path("records")
			.valueStream()
			.map((record) -> record.path("id").asString())
			.toList();
	}

}
