package rei.sms.sandbox.airtable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import rei.sms.sandbox.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One webhook: what it watches, and the payloads kept for it.
 */
final class Webhook {

	private static final Duration LIFE = Duration.ofDays(7);

	private static final int MOST_PAYLOADS = 50;

	private final String id = Ids.fresh("ach");

	private final byte[] secret = new byte[32];

	private final JsonNode request;

	private final List<ObjectNode> payloads = new ArrayList<>();

	private Instant expires;

	private volatile int lastStatus;

	Webhook(JsonNode request, Instant now) {
		this.request = request;
		this.expires = now.plus(LIFE);
		new SecureRandom().nextBytes(this.secret);
	}

	String id() {
		return this.id;
	}

	Optional<String> notificationUrl() {
		return Optional.ofNullable(this.request.path("notificationUrl").stringValue(null));
	}

	boolean isExpired(Instant now) {
		return !now.isBefore(this.expires);
	}

	ObjectNode created() {
		return Json.object()
			.put("id", this.id)
			.put("macSecretBase64", Base64.getEncoder().encodeToString(this.secret))
			.put("expirationTime", this.expires.toString());
	}

	ObjectNode described() {
		ObjectNode node = Json.object()
			.put("id", this.id)
			.put("areNotificationsEnabled", true)
			.put("isHookEnabled", true)
			.put("cursorForNextPayload", this.payloads.size() + 1)
			.put("expirationTime", this.expires.toString());
		node.putObject("lastNotificationResult").put("success", this.lastStatus / 100 == 2);
		notificationUrl().ifPresent((url) -> node.put("notificationUrl", url));
		node.set("specification", this.request.path("specification"));
		return node;
	}

	ObjectNode refresh(Instant now) {
		this.expires = now.plus(LIFE);
		return Json.object().put("expirationTime", this.expires.toString());
	}

	void notified(int status) {
		this.lastStatus = status;
	}

	/** The signature of a ping, in hexadecimal. */
	String mac(String body) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.secret, "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	void keep(ObjectNode payload) {
		this.payloads.add(payload);
	}

	/** The payloads from {@code cursor} on, which counts from 1. */
	ObjectNode payloads(int cursor, int limit) {
		if (cursor < 1 || cursor > this.payloads.size() + 1) {
			throw ApiError.invalid("cursor is out of range");
		}
		int end = Math.min(this.payloads.size(), cursor - 1 + Math.min(limit, MOST_PAYLOADS));
		ObjectNode answer = Json.object();
		answer.putArray("payloads").addAll(this.payloads.subList(cursor - 1, end));
		return answer.put("cursor", end + 1).put("mightHaveMore", end < this.payloads.size());
	}

	/** The part of the changes that this webhook's filters let through, by table id. */
	ObjectNode watched(Changes changes, String source, Webhooks.Views views) {
		ObjectNode tables = Json.object();
		if (!allows("fromSources", source)) {
			return tables;
		}
		changes.tables().forEach((table, change) -> {
			String scope = filters().path("recordChangeScope").asString(table.id());
			ObjectNode node = scope.equals(table.id()) ? watched(table, change, views) : Json.object();
			if (!node.isEmpty()) {
				tables.set(table.id(), node);
			}
		});
		return tables;
	}

	private ObjectNode watched(Table table, Changes.PerTable change, Webhooks.Views views) {
		ObjectNode node = Json.object();
		if (allows("changeTypes", "add")) {
			change.created().forEach((id, row) -> {
				ObjectNode one = object(node, "createdRecordsById").putObject(id);
				one.put("createdTime", row.created().toString());
				one.set("cellValuesByFieldId", views.cellsById(table, row, List.of()));
			});
		}
		if (allows("changeTypes", "update")) {
			change.changed().forEach((id, edited) -> changed(table, change, edited, node, views));
		}
		if (allows("changeTypes", "remove") && !change.destroyed().isEmpty()) {
			change.destroyed().forEach(node.putArray("destroyedRecordIds")::add);
		}
		return node;
	}

	private void changed(Table table, Changes.PerTable change, Changes.Edited edited, ObjectNode node,
			Webhooks.Views views) {
		String id = edited.row().id();
		Collection<String> fields = edited.fields().stream().filter((field) -> isWatched(table, field)).toList();
		if (!fields.isEmpty() && !change.created().containsKey(id) && !change.destroyed().contains(id)) {
			object(node, "changedRecordsById").putObject(id)
				.putObject("current")
				.set("cellValuesByFieldId", views.cellsById(table, edited.row(), fields));
		}
	}

	private boolean isWatched(Table table, String field) {
		return allows("watchDataInFieldIds", table.fieldId(table.field(field)));
	}

	private boolean allows(String filter, String value) {
		JsonNode wanted = filters().path(filter);
		return !wanted.isArray() || wanted.isEmpty()
				|| Set.copyOf(wanted.valueStream().map(JsonNode::asString).toList()).contains(value);
	}

	private JsonNode filters() {
		return this.request.path("specification").path("options").path("filters");
	}

	private static ObjectNode object(ObjectNode node, String name) {
		return (node.get(name) instanceof ObjectNode present) ? present : node.putObject(name);
	}

}
