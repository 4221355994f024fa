package rei.sms.sandbox.airtable;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.http.Outgoing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The webhooks of one base.
 */
final class Webhooks {

	private static final int MOST = 10;

	private final String base;

	private final Clock clock;

	private final Outgoing outgoing;

	private final Map<String, Webhook> webhooks = new LinkedHashMap<>();

	private long transaction;

	Webhooks(String base, Clock clock, Outgoing outgoing) {
		this.base = base;
		this.clock = clock;
		this.outgoing = outgoing;
	}

	synchronized ObjectNode create(JsonNode body) {
		if (!body.path("specification").path("options").path("filters").isObject()) {
			throw ApiError.invalid("specification.options.filters is missing");
		}
		if (live().size() >= MOST) {
			throw ApiError.of(422, "TOO_MANY_WEBHOOKS_BY_OAUTH_INTEGRATION_IN_BASE", "A base has at most 10 webhooks");
		}
		var webhook = new Webhook(body, this.clock.instant());
		this.webhooks.put(webhook.id(), webhook);
		return webhook.created();
	}

	synchronized ObjectNode list() {
		ObjectNode answer = Json.object();
		var list = answer.putArray("webhooks");
		live().forEach((webhook) -> list.add(webhook.described()));
		return answer;
	}

	synchronized ObjectNode refresh(String id) {
		return webhook(id).refresh(this.clock.instant());
	}

	synchronized void delete(String id) {
		this.webhooks.remove(webhook(id).id());
	}

	synchronized ObjectNode payloads(String id, int cursor, int limit) {
		return webhook(id).payloads(cursor, limit);
	}

	/** Tells the webhooks that watch these changes. */
	synchronized void publish(Changes changes, String source, Views views) {
		Instant now = this.clock.instant();
		this.transaction++;
		for (Webhook webhook : live()) {
			ObjectNode tables = webhook.watched(changes, source, views);
			if (!tables.isEmpty()) {
				webhook.keep(payload(tables, source, now));
				ping(webhook, now);
			}
		}
	}

	private ObjectNode payload(ObjectNode tables, String source, Instant now) {
		ObjectNode payload = Json.object();
		payload.put("timestamp", now.toString()).put("baseTransactionNumber", this.transaction);
		payload.put("payloadFormat", "v0");
		payload.putObject("actionMetadata")
			.put("source", source)
			.putObject("sourceMetadata")
			.putObject("user")
			.put("id", source.equals("publicApi") ? "usrSandboxEngine1" : "usrSandboxPerson1")
			.put("permissionLevel", "create");
		payload.set("changedTablesById", tables);
		return payload;
	}

	private void ping(Webhook webhook, Instant now) {
		ObjectNode ping = Json.object();
		ping.putObject("base").put("id", this.base);
		ping.putObject("webhook").put("id", webhook.id());
		ping.put("timestamp", now.toString());
		String body = ping.toString();
		var headers = Map.of("Content-Type", "application/json", "X-Airtable-Content-MAC",
				"hmac-sha256=" + webhook.mac(body));
		webhook.notificationUrl().ifPresent((url) -> {
			var _ = this.outgoing.post(url, headers, body, webhook::notified);
		});
	}

	private Webhook webhook(String id) {
		return live().stream().filter((webhook) -> webhook.id().equals(id)).findFirst().orElseThrow(ApiError::notFound);
	}

	private Collection<Webhook> live() {
		Instant now = this.clock.instant();
		this.webhooks.values().removeIf((webhook) -> webhook.isExpired(now));
		return List.copyOf(this.webhooks.values());
	}

	/** Shows a row as a payload does: cells by field id. */
	@FunctionalInterface
	interface Views {

		ObjectNode cellsById(Table table, Row row, Collection<String> fields);

	}

}
