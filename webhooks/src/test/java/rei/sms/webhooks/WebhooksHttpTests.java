package rei.sms.webhooks;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The seed's three webhooks over HTTP: what they keep and what they answer. */
@WebhookTest
class WebhooksHttpTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper mapper;

	private HttpWebhooks http;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = new HttpWebhooks(port);
	}

	@Test
	void inboundIsKeptUnderItsSid() {
		var text = Samples.inbound("how much?");
		var answer = ok(this.http.form("/inbound", text));
		assertThat(answer).isEqualTo(json("""
				{"status":"ok","conversation_id":"%s","linked_to":"prospect"}"""
			.formatted(conversation("inbound", text))));
		assertThat(one("SELECT body FROM inbound WHERE sid = ?", text.get("MessageSid"))).isEqualTo("how much?");
	}

	@Test
	void inboundOfALeadIsLinkedToTheLead() {
		var text = Samples.inbound("how much?");
		lead(text.get("From"));
		assertThat(ok(this.http.form("/inbound", text)).get("linked_to").asString()).isEqualTo("lead");
	}

	@Test
	void inboundTakesJson() {
		var text = Samples.inbound("I \"might\" sell ✓");
		ok(this.http.json("/inbound", this.mapper.writeValueAsString(text)));
		assertThat(one("SELECT body FROM inbound WHERE sid = ?", text.get("MessageSid"))).isEqualTo(text.get("Body"));
	}

	@Test
	void inboundAnswersJsonWhateverTheSenderAccepts() {
		var answer = this.http.send(HttpRequest.newBuilder(this.http.uri("/inbound"))
			.header("Content-Type", HttpWebhooks.FORM)
			.header("Accept", "text/xml")
			.header("x-webhook-token", WebhookApplication.WEBHOOK_TOKEN)
			.POST(BodyPublishers.ofString(HttpWebhooks.encode(Samples.inbound("yes")))));
		assertThat(ok(answer).get("status").asString()).isEqualTo("ok");
	}

	@Test
	void inboundOfMediaAloneIsKeptWithItsLinks() {
		var text = Samples.with(Samples.inbound(""), "MediaUrl0", "https://media.test/1.jpg");
		ok(this.http.form("/inbound", Samples.with(text, "MediaUrl1", "https://media.test/2.jpg")));
		assertThat(one("SELECT body FROM inbound WHERE sid = ?", text.get("MessageSid")))
			.isEqualTo("https://media.test/1.jpg\nhttps://media.test/2.jpg");
	}

	@Test
	void inboundWithoutSidIsOneTextWithinItsFiveMinutes() {
		var text = Samples.without(Samples.inbound("call me"), "MessageSid");
		var first = ok(this.http.form("/inbound", text));
		assertThat(ok(this.http.form("/inbound", text))).isEqualTo(first);
		var other = ok(this.http.form("/inbound", Samples.with(text, "Body", "call me!")));
		assertThat(other.get("conversation_id")).isNotEqualTo(first.get("conversation_id"));
	}

	@Test
	void inboundToANumberWeCannotReadIsKept() {
		var text = Samples.with(Samples.inbound("who is this"), "To", "MARKETING");
		ok(this.http.form("/inbound", text));
		assertThat(count("inbound WHERE our_number IS NULL AND sid = ?", text.get("MessageSid"))).isEqualTo(1);
	}

	@Test
	void rawPlusInAFormIsMeantInIdsAndPhones() {
		var seller = Samples.seller();
		var sid = Samples.sid();
		ok(this.http.post("/inbound", HttpWebhooks.FORM,
				"MessageSid=" + sid + "&From=" + seller + "&To=" + Samples.OURS + "&Body=yes+please"));
		assertThat(one("SELECT body FROM inbound WHERE sid = ?", sid)).isEqualTo("yes please");
		assertThat(one("SELECT seller_phone FROM inbound WHERE sid = ?", sid)).isEqualTo(seller);
	}

	@Test
	void plusThatBecameASpaceOnTheWayIsMended() {
		var text = Samples.inbound("yes");
		var sid = text.get("MessageSid");
		ok(this.http.form("/inbound", Samples.with(Samples.with(text, "MessageSid", sid.replace('+', ' ')), "From",
				text.get("From").replace('+', ' '))));
		assertThat(one("SELECT seller_phone FROM inbound WHERE sid = ?", sid)).isEqualTo(text.get("From"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/inbound", "/outbound", "/delivery" })
	void fiftyAtOnceWriteOneRowAndGetOneAnswer(String path) throws InterruptedException {
		var good = Samples.good(path);
		Set<String> answers = ConcurrentHashMap.newKeySet();
		var start = new CountDownLatch(1);
		try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var n = 0; n < 50; n++) {
				senders.submit(() -> {
					start.await(1, TimeUnit.MINUTES);
					var answer = this.http.form(path, good);
					return answers.add(answer.statusCode() + answer.body());
				});
			}
			start.countDown();
		}
		assertThat(answers).singleElement().asString().startsWith("200");
		assertThat(count(Samples.table(path) + " WHERE sid = ?", good.get("MessageSid"))).isEqualTo(1);
	}

	@Test
	void outboundIsKeptWithWhatItSaysOfItself() {
		var echo = Samples.with(Samples.with(Samples.outbound(), "Processed By", "AI: GPT-4o"), "Stage",
				"STAGE 2 - INTEREST FEELER");
		var answer = ok(this.http.form("/outbound",
				Samples.with(Samples.with(echo, "Campaign ID", "recCamp"), "Template ID", "recTemp")));
		assertThat(answer.get("conversation_id").asString()).isEqualTo(conversation("outbound_echo", echo));
		assertThat(answer.get("linked_to").asString()).isEqualTo("prospect");
		assertThat(
				count("""
						outbound_echo WHERE sid = ? AND campaign = 'recCamp' AND template = 'recTemp' AND processed_by = 'GPT_4O'
						AND stage = 'INTEREST_FEELER' AND seller_phone = '%s'"""
					.formatted(echo.get("To")), echo.get("MessageSid")))
			.isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/delivery", "/delivery/", "/status" })
	void deliveryIsKeptWithOurIdFromTheCallbacksAddress(String path) {
		var receipt = Samples.with(Samples.delivery("Undelivered"), "ErrorCode", "30005");
		var ref = UUID.randomUUID();
		var answer = ok(this.http.form(path + "?ref=" + ref, receipt));
		assertThat(answer).isEqualTo(json("""
				{"status":"ok","sid":"%s","normalized":"undelivered"}""".formatted(receipt.get("MessageSid"))));
		assertThat(count("receipt WHERE sid = ? AND state = 'PENDING' AND error_code = '30005' AND ref = '" + ref + "'",
				receipt.get("MessageSid")))
			.isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "delivered,delivered", "success,delivered", "DELIVRD,delivered", "failed,failed", "canceled,failed",
			"undelivered,undelivered", "rejected,undelivered", "blocked,undelivered", "expired,undelivered",
			"error,undelivered", "queued,queued", "accepted,queued", "pending,queued", "enroute,queued",
			"submitted,queued", "sent,sent", "sending,sent", "optout,optout", "opt-out,optout", "Opt Out,optout",
			"teleported,unknown" })
	void deliveryWordsMeanWhatDecision13Says(String word, String normalized) {
		var receipt = Samples.delivery(word);
		assertThat(ok(this.http.form("/delivery", receipt)).get("normalized").asString()).isEqualTo(normalized);
		assertThat(count("receipt WHERE sid = ?", receipt.get("MessageSid"))).isEqualTo(1);
	}

	@Test
	void deliveryOfAnUnknownWordIsKeptAndNeverApplied() {
		var receipt = Samples.delivery("read");
		ok(this.http.form("/delivery", receipt));
		assertThat(one("SELECT state FROM receipt WHERE sid = ?", receipt.get("MessageSid"))).isEqualTo("IGNORED");
	}

	@ParameterizedTest
	@CsvSource({ "/inbound,From", "/inbound,Body", "/outbound,From", "/outbound,To", "/outbound,Body",
			"/outbound,MessageSid", "/delivery,MessageSid", "/delivery,MessageStatus", "/delivery,To", "/delivery,From",
			"/status,To", "/delivery/,From" })
	void missingFieldIsNamedAndNothingIsKept(String path, String field) {
		var rest = Samples.without(Samples.good(path), field);
		for (var incomplete : Set.of(rest, Samples.with(rest, field, " \t"))) {
			var answer = this.http.form(path, incomplete);
			assertThat(answer.statusCode()).isEqualTo(422);
			assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
			assertThat(json(answer.body()).get("detail").asString()).contains(field);
			assertThat(json(answer.body()).get("status").asInt()).isEqualTo(422);
		}
		assertThat(count(Samples.table(path) + " WHERE our_number = ? AND seller_phone = '" + rest.get("To") + "'",
				Samples.OURS))
			.isZero();
	}

	private void lead(String phone) {
		this.jdbc
			.sql("""
					WITH p AS (INSERT INTO prospect (id, phone1, created_at) VALUES (gen_random_uuid(), :phone, now()) RETURNING id),
						l AS (INSERT INTO lead (id, phone, status, created_at) VALUES (gen_random_uuid(), :phone, 'NEW', now())
							RETURNING id)
					INSERT INTO contact (phone, prospect_id, lead_id, created_at) SELECT :phone, p.id, l.id, now() FROM p, l
					""")
			.param("phone", phone)
			.update();
	}

	private String conversation(String table, Map<String, String> message) {
		return one("SELECT conversation_id::text FROM " + table + " WHERE sid = ?", message.get("MessageSid"));
	}

	private String one(String sql, String parameter) {
		return this.jdbc.sql(sql).param(parameter).query(String.class).single();
	}

	private int count(String from, String parameter) {
		return this.jdbc.sql("SELECT count(*) FROM " + from).param(parameter).query(Integer.class).single();
	}

	private JsonNode ok(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
		return json(answer.body());
	}

	private JsonNode json(String text) {
		return this.mapper.readTree(text);
	}

}
