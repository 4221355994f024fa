package rei.sms.sandbox.airtable;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.http.Request;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls on one table: list, read, create, change, upsert, delete.
 */
final class TableRoutes {

	private final Base base;

	private final Table table;

	private final Clock clock;

	private final Sins sins;

	TableRoutes(Base base, Table table, Clock clock, Sins sins) {
		this.base = base;
		this.table = table;
		this.clock = clock;
		this.sins = sins;
	}

	/** Answers a call on the table itself. */
	Answer many(Request request) {
		return switch (request.method()) {
			case "GET" -> list(Listing.of(request.query()));
			case "POST" -> create(body(request));
			case "PATCH", "PUT" -> change(body(request), request.method().equals("PUT"));
			case "DELETE" -> delete(request.query().all("records[]"));
			default -> throw ApiError.notFound();
		};
	}

	/** Answers a call on one record. */
	Answer one(Request request, String id) {
		if (request.method().equals("POST") && id.equals("listRecords")) {
			return list(Listing.of(body(request)));
		}
		if (this.table.row(id) == null) {
			throw ApiError.notFound();
		}
		return switch (request.method()) {
			case "GET" -> Answer.json(200, record(id, List.of(), byId(request))).about(1);
			case "PATCH", "PUT" -> changeOne(id, body(request), request.method().equals("PUT"));
			case "DELETE" -> deleteOne(id);
			default -> throw ApiError.notFound();
		};
	}

	private Answer list(Listing listing) {
		Pages.Page page = new Pages(this.base, this.table, listing).read();
		ObjectNode answer = records(page.rows(), listing.fields(), listing.byFieldId());
		if (page.offset() != null) {
			answer.put("offset", page.offset());
		}
		return Answer.json(200, answer).about(page.rows().size());
	}

	private Answer create(JsonNode body) {
		if (!body.has("records")) {
			Row row = write(body, (writes) -> writes.create(List.of(body))).getFirst();
			return Answer.json(200, record(row.id(), List.of(), byId(body))).about(1);
		}
		List<Row> rows = write(body, (writes) -> writes.create(Writes.records(body)));
		return Answer.json(200, records(rows, List.of(), byId(body))).about(rows.size());
	}

	private Answer change(JsonNode body, boolean replace) {
		JsonNode upsert = body.path("performUpsert");
		if (upsert.isMissingNode()) {
			List<Row> rows = write(body, (writes) -> writes.update(Writes.records(body), replace));
			return Answer.json(200, records(rows, List.of(), byId(body))).about(rows.size());
		}
		var mergeOn = upsert.path("fieldsToMergeOn").valueStream().map(JsonNode::asString).toList();
		var done = write(body, (writes) -> writes.upsert(Writes.records(body), mergeOn, replace));
		ObjectNode answer = records(done.rows(), List.of(), byId(body));
		answer.set("createdRecords", Json.tree(done.created()));
		answer.set("updatedRecords", Json.tree(done.updated()));
		return Answer.json(200, answer).about(done.rows().size());
	}

	private Answer changeOne(String id, JsonNode body, boolean replace) {
		ObjectNode record = Json.object().put("id", id);
		record.set("fields", body.path("fields"));
		write(body, (writes) -> writes.update(List.of(record), replace));
		return Answer.json(200, record(id, List.of(), byId(body))).about(1);
	}

	private Answer delete(List<String> ids) {
		if (ids.isEmpty() || ids.size() > 10) {
			throw ApiError.invalid("records[] names 1 to 10 records");
		}
		write(Json.object(), (writes) -> writes.delete(ids));
		ObjectNode answer = Json.object();
		ArrayNode records = answer.putArray("records");
		ids.forEach((id) -> records.addObject().put("id", id).put("deleted", true));
		return Answer.json(200, answer).about(ids.size());
	}

	private Answer deleteOne(String id) {
		write(Json.object(), (writes) -> writes.delete(List.of(id)));
		return Answer.json(200, Json.object().put("id", id).put("deleted", true)).about(1);
	}

	private <T> T write(JsonNode body, Function<Writes, T> work) {
		Writes.checkBody(body);
		var changes = new Changes();
		T done = work.apply(new Writes(this.base, this.table, body, this.clock.instant(), changes, this.sins));
		this.base.publish(changes, "publicApi");
		return done;
	}

	private ObjectNode records(List<Row> rows, Collection<String> fields, boolean byId) {
		ObjectNode answer = Json.object();
		ArrayNode records = answer.putArray("records");
		rows.forEach((row) -> records.add(record(row.id(), fields, byId)));
		return answer;
	}

	private ObjectNode record(String id, Collection<String> fields, boolean byId) {
		Row row = this.table.row(id);
		if (row == null) {
			throw ApiError.notFound();
		}
		var view = new RowView(this.base, this.table, row);
		ObjectNode record = Json.object().put("id", id).put("createdTime", view.createdTime());
		record.set("fields", byId ? this.base.cellsById(this.table, row, fields) : Json.tree(view.cells(fields)));
		return record;
	}

	private static JsonNode body(Request request) {
		JsonNode body = Json.parse(request.body());
		if (!body.isObject()) {
			throw ApiError.invalid("the body is not a JSON object");
		}
		return body;
	}

	private static boolean byId(Request request) {
		return "true".equals(request.query().first("returnFieldsByFieldId"));
	}

	private static boolean byId(JsonNode body) {
		return body.path("returnFieldsByFieldId").asBoolean(false);
	}

}
