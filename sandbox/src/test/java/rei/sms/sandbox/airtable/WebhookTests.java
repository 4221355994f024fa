package rei.sms.sandbox.airtable;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Caller;
import rei.sms.sandbox.http.Json;
import rei.sms.sandbox.http.Request;
import rei.sms.sandbox.http.ServerOptions;
import rei.sms.sandbox.http.StandInServer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookTests {

	private static final String HOOKS = "/v0/bases/appTest/webhooks";

	private final MovableClock clock = new MovableClock();

	private final AirtableStandIn airtable = AirtableStandIn
		.start(AirtableOptions.of(ContactsBase.spec("appTest")).limits(Limits.NONE).clock(this.clock));

	private final Caller caller = new Caller(this.airtable.url(), "Bearer sandbox");

	private final BlockingQueue<Request> pings = new LinkedBlockingQueue<>();

	private final StandInServer engine = StandInServer.start(ServerOptions.DEFAULT, Clock.systemUTC(), (request) -> {
		this.pings.add(request);
		return new Answer(200, "text/plain", Map.of(), "", 0);
	});

	@AfterEach
	void close() {
		this.airtable.close();
		this.engine.close();
	}

	@Test
	void pingIsSignedAndHoldsNoData() throws Exception {
		JsonNode hook = create(filters(""));
		this.airtable.add("appTest", "People", Map.of("Name", "Ann"));
		Request ping = Objects.requireNonNull(this.pings.poll(10, TimeUnit.SECONDS));
		assertThat(ping.header("x-airtable-content-mac"))
			.isEqualTo("hmac-sha256=" + mac(hook.path("macSecretBase64").asString(), ping.body()));
		assertThat(Json.parse(ping.body()).path("webhook").path("id")).isEqualTo(hook.path("id"));
		assertThat(ping.body()).doesNotContain("Ann");
	}

	@Test
	void payloadsTellChangesFromTheCursorOnAndWhoMadeThem() {
		String id = create(filters("")).path("id").asString();
		String ann = this.airtable.add("appTest", "People", Map.of("Name", "Ann"));
		this.caller.call("PATCH", "/v0/appTest/People/" + ann, "{\"fields\":{\"Score\":2}}");
		this.airtable.delete("appTest", "People", ann);

		JsonNode all = payloads(id, 1);
		assertThat(all.path("cursor").asInt()).isEqualTo(4);
		assertThat(all.path("mightHaveMore").asBoolean()).isFalse();
		assertThat(
				all.path("payloads").valueStream().map((each) -> each.path("actionMetadata").path("source").asString()))
			.containsExactly("client", "publicApi", "client");
		assertThat(table(all, 0).path("createdRecordsById").has(ann)).isTrue();
		assertThat(table(all, 1).path("changedRecordsById")
			.path(ann)
			.path("current")
			.path("cellValuesByFieldId")
			.toString()).matches("\\{\"fld\\w{14}\":2}");
		assertThat(table(all, 2).path("destroyedRecordIds").toString()).contains(ann);
		assertThat(payloads(id, 3).path("payloads").size()).isEqualTo(1);
	}

	@Test
	void watchedFieldsAndSourcesNarrowWhatIsTold() {
		JsonNode people = this.caller.get("/v0/meta/bases/appTest/tables").json().path("tables").path(0);
		String status = people.path("fields")
			.valueStream()
			.filter((field) -> field.path("name").asString().equals("Status"))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString();
		String id = create(filters(",\"recordChangeScope\":\"" + people.path("id").asString()
				+ "\",\"changeTypes\":[\"update\"],\"fromSources\":[\"client\"],\"watchDataInFieldIds\":[\"" + status
				+ "\"]"))
			.path("id")
			.asString();
		String ann = this.airtable.add("appTest", "People", Map.of("Name", "Ann"));
		this.airtable.add("appTest", "Texts", Map.of("Body", "Hi"));
		this.airtable.edit("appTest", "People", ann, Map.of("Score", 1));
		this.caller.call("PATCH", "/v0/appTest/People/" + ann, "{\"fields\":{\"Status\":\"New\"}}");
		this.airtable.edit("appTest", "People", ann, Map.of("Status", "Done"));
		assertThat(payloads(id, 1).path("payloads").size()).isEqualTo(1);
	}

	@Test
	void expiresAfterSevenDaysUnlessRefreshed() {
		String id = create(filters("")).path("id").asString();
		this.clock.move(Duration.ofDays(6));
		assertThat(this.caller.call("POST", HOOKS + "/" + id + "/refresh", "").json().path("expirationTime").asString())
			.isEqualTo("2026-01-14T00:00:00Z");
		this.clock.move(Duration.ofDays(6));
		assertThat(this.caller.get(HOOKS).json().path("webhooks").size()).isEqualTo(1);
		this.clock.move(Duration.ofDays(1));
		assertThat(this.caller.get(HOOKS).json().path("webhooks").size()).isZero();
		assertThat(this.caller.get(HOOKS + "/" + id + "/payloads").status()).isEqualTo(404);
	}

	@Test
	void deletedWebhookIsGone() {
		String id = create(filters("")).path("id").asString();
		assertThat(this.caller.call("DELETE", HOOKS + "/" + id, "").status()).isEqualTo(200);
		assertThat(this.caller.call("DELETE", HOOKS + "/" + id, "").status()).isEqualTo(404);
	}

	private JsonNode create(String filters) {
		return this.caller
			.call("POST", HOOKS,
					"{\"notificationUrl\":\"" + this.engine.url()
							+ "/ping\",\"specification\":{\"options\":{\"filters\":" + filters + "}}}")
			.json();
	}

	private static String filters(String more) {
		return "{\"dataTypes\":[\"tableData\"]" + more + "}";
	}

	private JsonNode payloads(String id, int cursor) {
		return this.caller.get(HOOKS + "/" + id + "/payloads?cursor=" + cursor).json();
	}

	private static JsonNode table(JsonNode payloads, int index) {
		return payloads.path("payloads").path(index).path("changedTablesById").iterator().next();
	}

	private static String mac(String secret, String body) throws Exception {
		var mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
		return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
	}

	private static final class MovableClock extends Clock {

		private Instant now = Instant.parse("2026-01-01T00:00:00Z");

		void move(Duration by) {
			this.now = this.now.plus(by);
		}

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

	}

}
