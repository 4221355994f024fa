package rei.sms.sandbox.airtable;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.http.Request;
import tools.jackson.databind.JsonNode;

/**
 * The way of a call through the Web API: address, token, base, rate, then the call
 * itself.
 */
final class AirtableRoutes {

	private static final int LONGEST_URL = 16_000;

	private final Map<String, Base> bases;

	private final Clock clock;

	private final Sins sins;

	private final String token;

	private final Set<String> forbidden = ConcurrentHashMap.newKeySet();

	AirtableRoutes(Map<String, Base> bases, String token, Clock clock, Sins sins) {
		this.bases = bases;
		this.clock = clock;
		this.sins = sins;
		this.token = token;
	}

	/** The bases that the token may not see. */
	Set<String> forbidden() {
		return this.forbidden;
	}

	Answer answer(Request request) {
		return authorized(request, () -> route(request));
	}

	private Answer route(Request request) {
		if (request.target().length() > LONGEST_URL) {
			throw ApiError.of(414, "URI_TOO_LONG", "The URL is longer than 16 000 characters");
		}
		List<String> path = request.path();
		if (path.size() < 3 || !path.getFirst().equals("v0")) {
			throw ApiError.notFound();
		}
		return switch (path.get(1)) {
			case "meta" -> meta(request, path);
			case "bases" -> webhooks(request, admit(request, path.get(2)), path.subList(3, path.size()));
			default -> table(request, admit(request, path.get(1)), path.subList(2, path.size()));
		};
	}

	/** Answers only who has the token. */
	Answer authorized(Request request, Supplier<Answer> answer) {
		try {
			checkToken(request);
			return answer.get();
		}
		catch (ApiError ex) {
			return ex.answer();
		}
	}

	private void checkToken(Request request) {
		if (!("Bearer " + this.token).equals(request.header("authorization"))) {
			throw ApiError.unauthorized();
		}
	}

	private Base admit(Request request, String id) {
		Base base = this.bases.get(id);
		if (base == null || this.forbidden.contains(id)) {
			throw ApiError.forbidden();
		}
		base.rate().admit(request.arrival().nanos());
		return base;
	}

	private Answer meta(Request request, List<String> path) {
		boolean get = request.method().equals("GET") && path.get(2).equals("bases");
		if (get && path.size() == 3) {
			return Answer.json(200, Metadata.bases(this.bases.values()));
		}
		if (get && path.size() == 5 && path.get(4).equals("tables")) {
			Base base = admit(request, path.get(3));
			return base.locked(() -> Answer.json(200, Metadata.tables(base)));
		}
		throw ApiError.notFound();
	}

	private Answer table(Request request, Base base, List<String> path) {
		return base.locked(() -> {
			var routes = new TableRoutes(base, base.table(path.getFirst()), this.clock, this.sins);
			return switch (path.size()) {
				case 1 -> routes.many(request);
				case 2 -> routes.one(request, path.get(1));
				default -> throw ApiError.notFound();
			};
		});
	}

	private Answer webhooks(Request request, Base base, List<String> path) {
		String call = request.method() + " " + String.join(" ", path).replaceAll("ach\\w{14}", "ID");
		return switch (call) {
			case "POST webhooks" -> Answer.json(200, base.webhooks().create(Json.parse(request.body())));
			case "GET webhooks" -> Answer.json(200, base.webhooks().list());
			case "DELETE webhooks ID" -> {
				base.webhooks().delete(path.get(1));
				yield Answer.json(200, Json.object());
			}
			case "POST webhooks ID refresh" -> Answer.json(200, base.webhooks().refresh(path.get(1)));
			case "GET webhooks ID payloads" -> payloads(request, base, path.get(1));
			default -> throw ApiError.notFound();
		};
	}

	private static Answer payloads(Request request, Base base, String id) {
		JsonNode cursor = Json.parse(Objects.requireNonNullElse(request.query().first("cursor"), "1"));
		JsonNode limit = Json.parse(Objects.requireNonNullElse(request.query().first("limit"), "50"));
		return Answer.json(200, base.webhooks().payloads(id, cursor.asInt(0), limit.asInt(50)));
	}

}
