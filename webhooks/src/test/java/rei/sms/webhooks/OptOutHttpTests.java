package rei.sms.webhooks;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import rei.sms.db.contact.Contacts;
import rei.sms.db.contact.Stage;
import rei.sms.db.conversation.ProcessedBy;
import rei.sms.db.message.PhoneNumber;
import rei.sms.db.outbox.OutboundText;
import rei.sms.db.outbox.Outbox;
import rei.sms.db.outbox.TextKind;
import rei.sms.db.suppression.Suppressions;

import static org.assertj.core.api.Assertions.assertThat;

/** What a stop request has done by the time it is answered. */
@WebhookTest
class OptOutHttpTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper mapper;

	@Autowired
	private Suppressions suppressions;

	@Autowired
	private Contacts contacts;

	@Autowired
	private Outbox outbox;

	@Autowired
	private org.springframework.transaction.support.TransactionTemplate transaction;

	private HttpWebhooks http;

	private final PhoneNumber seller = new PhoneNumber(Samples.seller());

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = new HttpWebhooks(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "STOP", "stop", " Stop ", "STOP!", "s t o p", "UNSUBSCRIBE", "REMOVE", "OPT OUT",
			"opt-out", "OptOut", "stopall", "Stop all", "quit", "end", "revoke", "cancel", "unsub", "remove me",
			"arret", "alto", "baja", "no mas", "No Más", "stop2quit", "stpo", "STIP", "stop please", "🛑",
			"Stop texting me", "Don't text me anymore", "take me off your list", "lose my number",
			"Take my contact info off please" })
	void stopSuppressesAndCancelsBeforeItIsAnswered(String body) {
		queue(this.seller);
		var text = from(this.seller, body);
		var answer = ok(this.http.form("/inbound", text));
		assertThat(answer.get("status").asString()).isEqualTo("optout");
		assertThat(answer.propertyNames()).containsExactlyInAnyOrder("status", "conversation_id");
		assertThat(this.suppressions.find(this.seller).orElseThrow().sid()).isEqualTo(text.get("MessageSid"));
		assertThat(count("outbox WHERE seller_phone = ?")).isZero();
		assertThat(count("conversation WHERE status = 'OPT_OUT' AND seller_phone = ?")).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "stop by tomorrow", "end of May", "I'm quite interested", "bus stop", "shop", "YES",
			"cancel my listing and sell to you", "remove the carpet", "how much?" })
	void whatIsNoStopCancelsNothing(String body) {
		queue(this.seller);
		assertThat(ok(this.http.form("/inbound", from(this.seller, body))).get("status").asString()).isEqualTo("ok");
		assertThat(this.suppressions.isSuppressed(this.seller)).isFalse();
		assertThat(count("outbox WHERE seller_phone = ?")).isEqualTo(1);
	}

	@Test
	void repeatedStopGetsTheSameAnswerAndWritesNothing() {
		var stop = from(this.seller, "STOP");
		var first = ok(this.http.form("/inbound", stop));
		assertThat(ok(this.http.form("/inbound", stop))).isEqualTo(first);
		assertThat(count("suppression_event WHERE phone = ?")).isEqualTo(1);
	}

	@Test
	void startLiftsAndALateRepeatOfTheStopDoesNotBringItBack() {
		var stop = from(this.seller, "STOP");
		ok(this.http.form("/inbound", stop));
		assertThat(ok(this.http.form("/inbound", from(this.seller, "START"))).get("status").asString()).isEqualTo("ok");
		assertThat(this.suppressions.isSuppressed(this.seller)).isFalse();
		ok(this.http.form("/inbound", stop));
		assertThat(this.suppressions.isSuppressed(this.seller)).isFalse();
		assertThat(count("suppression_event WHERE event = 'LIFTED' AND phone = ?")).isEqualTo(1);
	}

	@Test
	void startTakesTheContactBackToItsStage() {
		queue(this.seller);
		this.contacts.moveTo(this.seller, Stage.PRICE_QUALIFICATION);
		ok(this.http.form("/inbound", from(this.seller, "STOP")));
		this.contacts.moveTo(this.seller, Stage.OPT_OUT);
		ok(this.http.form("/inbound", from(this.seller, "UNSTOP")));
		assertThat(this.contacts.find(this.seller).orElseThrow().stage()).isEqualTo(Stage.PRICE_QUALIFICATION);
	}

	@Test
	void yesNeverLifts() {
		ok(this.http.form("/inbound", from(this.seller, "STOP")));
		ok(this.http.form("/inbound", from(this.seller, "YES")));
		assertThat(this.suppressions.isSuppressed(this.seller)).isTrue();
	}

	@Test
	void stopsOfManySellersAtOnceAreAllHonoured() throws Exception {
		var sellers = java.util.stream.Stream.generate(Samples::seller).limit(40).map(PhoneNumber::new).toList();
		try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Callable<HttpResponse<String>>> stops = sellers.stream()
				.<Callable<HttpResponse<String>>>map((phone) -> () -> this.http.form("/inbound", from(phone, "stop")))
				.toList();
			for (var answer : senders.invokeAll(stops)) {
				assertThat(ok(answer.get()).get("status").asString()).isEqualTo("optout");
			}
		}
		assertThat(this.suppressions.suppressed(sellers)).hasSize(40);
	}

	@Test
	void answerWaitsForTheSendThatPassedTheGateBefore() throws Exception {
		this.suppressions.lease(List.of(this.seller), Duration.ofSeconds(3));
		try (var sender = Executors.newVirtualThreadPerTaskExecutor()) {
			var answer = sender.submit(() -> this.http.form("/inbound", from(this.seller, "STOP")));
			org.awaitility.Awaitility.await().until(() -> this.suppressions.isSuppressed(this.seller));
			assertThat(answer.isDone()).isFalse();
			this.suppressions.release(List.of(this.seller));
			assertThat(ok(answer.get()).get("status").asString()).isEqualTo("optout");
		}
	}

	@Test
	void answerComesWhenTheLeaseHasRunOut() {
		this.suppressions.lease(List.of(this.seller), Duration.ofMillis(400));
		var begun = System.nanoTime();
		ok(this.http.form("/inbound", from(this.seller, "STOP")));
		assertThat(this.suppressions.leaseLeft(List.of(this.seller))).isZero();
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(300),
				Duration.ofSeconds(3));
	}

	private void queue(PhoneNumber phone) {
		this.transaction.executeWithoutResult((status) -> {
			this.contacts.ensure(List.of(phone), Instant.now());
			this.outbox.queue(List
				.of(new OutboundText(UUID.randomUUID(), phone, new PhoneNumber(Samples.OURS), "Hi", TextKind.CAMPAIGN,
						ProcessedBy.CAMPAIGN_RUNNER, null, null, null, null, null, 1, Instant.now(), null)),
					Instant.now());
		});
	}

	private static Map<String, String> from(PhoneNumber phone, String body) {
		return Samples.with(Samples.inbound(body), "From", phone.e164());
	}

	private int count(String from) {
		return this.jdbc.sql("SELECT count(*) FROM " + from).param(this.seller.e164()).query(Integer.class).single();
	}

	private JsonNode ok(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return this.mapper.readTree(answer.body());
	}

}
