package rei.sms.sandbox.textgrid;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rei.sms.sandbox.http.Answer;
import rei.sms.sandbox.http.Caller;
import rei.sms.sandbox.http.Caller.Reply;
import rei.sms.sandbox.http.Fault;
import rei.sms.sandbox.http.Request;
import rei.sms.sandbox.http.ServerOptions;
import rei.sms.sandbox.http.StandInServer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextGridStandInTests {

	private static final String OURS = "+17135550100";

	private static final String PHONE = "+17132345678";

	private static final String SEND = "/2010-04-01/Accounts/sandbox/Messages.json";

	private final TextGridStandIn textgrid = TextGridStandIn.start(TextGridOptions.of(OURS).webhookSecret("secret"));

	private final Caller caller = new Caller(this.textgrid.url(), "Bearer " + credentials("sandbox:sandbox"));

	private final BlockingQueue<Request> webhooks = new LinkedBlockingQueue<>();

	private final StandInServer receiver = StandInServer.start(ServerOptions.DEFAULT, Clock.systemUTC(), (request) -> {
		this.webhooks.add(request);
		return new Answer(200, "text/plain", Map.of(), "ok", 0);
	});

	@AfterEach
	void close() {
		this.textgrid.close();
		this.receiver.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer", "Basic" })
	void sendTakesBothSchemes(String scheme) {
		Reply reply = new Caller(this.textgrid.url(), scheme + " " + credentials("sandbox:sandbox")).form(SEND, "To",
				PHONE, "From", OURS, "Body", "Hi");
		assertThat(reply.status()).isEqualTo(201);
		assertThat(reply.json().path("sid").asString()).contains("+", "/").endsWith("==");
		assertThat(this.textgrid.texts()).singleElement()
			.satisfies((text) -> assertThat(text.begun()).isBeforeOrEqualTo(text.accepted()));
	}

	@Test
	void wrongTokenAnswers401() {
		Reply reply = new Caller(this.textgrid.url(), "Bearer " + credentials("sandbox:nope")).form(SEND, "To", PHONE);
		assertThat(reply.status()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "+17132345678,+17139999999,Hi,0", "713,+17135550100,Hi,21211", "+11112345678,+17135550100,Hi,21211",
			"+447911123456,+17135550100,Hi,21408", "+17132345678,+17135550100,'',21602" })
	void sendRefuses(String to, String from, String body, int code) {
		Reply reply = this.caller.form(SEND, "To", to, "From", from, "Body", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("code").asInt(0)).isEqualTo(code);
		assertThat(reply.json().path("message").asString()).isNotBlank();
		assertThat(this.textgrid.texts()).isEmpty();
	}

	@Test
	void sendRefusesMoreThan1600Letters() {
		assertThat(send("x".repeat(1601)).json().path("code").asInt()).isEqualTo(21617);
		assertThat(send("x".repeat(1600)).status()).isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource({ "INVALID,21211", "LANDLINE,21614", "OVERFLOW,21611" })
	void phoneDecidesAtOnce(Outcome outcome, int code) {
		this.textgrid.phone(PHONE, outcome);
		assertThat(send("Hi").json().path("code").asInt()).isEqualTo(code);
	}

	@ParameterizedTest
	@CsvSource({ "DELIVERED,delivered,", "UNREACHABLE,undelivered,30003", "FILTERED,undelivered,30007",
			"CARRIER_ERROR,failed,30008", "OPTED_OUT_LATER,undelivered,21610" })
	void callbacksTellTheOutcome(Outcome outcome, String status, String code) throws InterruptedException {
		this.textgrid.phone(PHONE, outcome);
		String url = this.receiver.url() + "/delivery?token=t&ref=1";
		this.caller.form(SEND, "To", PHONE, "From", OURS, "Body", "Hi", "StatusCallback", url);
		assertThat(webhook().form().first("MessageStatus")).isEqualTo("sent");
		Request last = webhook();
		assertThat(last.form().first("MessageStatus")).isEqualTo(status);
		assertThat(last.form().first("ErrorCode")).isEqualTo(code);
		assertThat(last.form().first("MessageSid")).isEqualTo(this.textgrid.texts().getFirst().sid());
		assertThat(last.target()).isEqualTo("/delivery?token=t&ref=1");
		assertThat(last.header("x-textgrid-signature")).isEqualTo(Signature.of("secret", url, last.body()));
	}

	@Test
	void callbackIsTriedAgainWhileTheReceiverFails() throws InterruptedException {
		this.receiver.faults().next(1, TextGridFaults.serverError(503));
		this.caller.form(SEND, "To", PHONE, "From", OURS, "Body", "Hi", "StatusCallback", this.receiver.url() + "/d");
		assertThat(List.of(webhook().form().first("MessageStatus"), webhook().form().first("MessageStatus")))
			.containsExactlyInAnyOrder("sent", "delivered");
	}

	@Test
	void stopBlocksThePairUntilStart() throws InterruptedException {
		this.textgrid.inboundUrl(this.receiver.url() + "/inbound?token=t");
		this.textgrid.receive(PHONE, OURS, " Stop ");
		assertThat(webhook().form().pairs()).contains(Map.entry("Body", " Stop "), Map.entry("SmsStatus", "received"),
				Map.entry("NumMedia", "0"));
		assertThat(send("Hi").body()).contains("21610", "violates a blacklist rule");
		this.textgrid.receive(PHONE, OURS, "START");
		assertThat(send("Hi").status()).isEqualTo(201);
	}

	@Test
	void lookUpFindsTextsBySidAndByPhone() {
		String sid = send("Hi").json().path("sid").asString();
		assertThat(this.caller.get("/2010-04-01/Accounts/sandbox/Messages/" + Caller.encode(sid) + ".json")
			.json()
			.path("body")
			.asString()).isEqualTo("Hi");
		assertThat(this.caller.get(SEND + "?To=" + Caller.encode(PHONE)).json().path("messages").size()).isEqualTo(1);
		assertThat(this.caller.get(SEND + "?To=" + Caller.encode("+17132345679")).json().path("messages").size())
			.isZero();
		assertThat(this.caller.get("/2010-04-01/Accounts/sandbox/Messages/nope.json").status()).isEqualTo(404);
	}

	@Test
	void duplicatesAreCounted() {
		send("Hi");
		send("Hi");
		send("Ho");
		assertThat(this.textgrid.duplicates()).isEqualTo(1);
	}

	@Test
	void resetBeforeTakesNothingAndResetAfterTakesIt() {
		this.textgrid.faults().next(1, new Fault.ResetBefore());
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> send("Hi"));
		assertThat(this.textgrid.texts()).isEmpty();
		this.textgrid.faults().next(1, new Fault.ResetAfter());
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> send("Hi"));
		assertThat(this.textgrid.texts()).hasSize(1);
	}

	@Test
	void faultsStrikeOnlyTheirCalls() {
		this.textgrid.faults().next(1, TextGridFaults.tooMany(Duration.ofSeconds(7)));
		Reply refused = send("Hi");
		assertThat(refused.status()).isEqualTo(429);
		assertThat(refused.headers()).containsEntry("retry-after", "7");
		assertThat(send("Hi").status()).isEqualTo(201);
		assertThat(this.textgrid.log().entries()).extracting("outcome").containsExactly("Instead 429", "201");
	}

	@Test
	void tooManyInASecondAre429() {
		try (var strict = TextGridStandIn.start(TextGridOptions.of(OURS).limits(2, 0))) {
			var calls = new Caller(strict.url(), "Bearer " + credentials("sandbox:sandbox"));
			assertThat(IntStream.range(0, 3)
				.mapToObj((i) -> calls.form(SEND, "To", PHONE, "From", OURS, "Body", "Hi " + i).status()))
				.contains(429);
		}
	}

	@Test
	void listingMayLeaveOutWhatTheSidFinds() {
		try (var gappy = TextGridStandIn.start(TextGridOptions.of(OURS).limits(0, 1))) {
			var calls = new Caller(gappy.url(), "Bearer " + credentials("sandbox:sandbox"));
			String sid = calls.form(SEND, "To", PHONE, "From", OURS, "Body", "Hi").json().path("sid").asString();
			assertThat(calls.get(SEND).json().path("messages").size()).isZero();
			assertThat(calls.get(SEND.replace(".json", "/" + Caller.encode(sid) + ".json")).status()).isEqualTo(200);
		}
	}

	@Test
	void restartGoesOnWithWhatWasUnderWay() throws InterruptedException {
		JsonNode saved = this.textgrid.save();
		var changes = new ArrayList<JsonNode>();
		this.textgrid.onChange(changes::add);
		this.textgrid.phone(PHONE, Outcome.SILENT);
		this.caller.form(SEND, "To", PHONE, "From", OURS, "Body", "Hi", "StatusCallback", this.receiver.url() + "/d");
		this.textgrid.receive(PHONE, OURS, "STOP");
		this.textgrid.receiveLater(new Planned(Instant.now().plusSeconds(1), PHONE, OURS, "Hello?", false));
		try (var restarted = TextGridStandIn.start(TextGridOptions.of(OURS))) {
			restarted.restore(saved, changes);
			restarted.inboundUrl(this.receiver.url() + "/i");
			assertThat(restarted.texts()).hasSize(1);
			assertThat(restarted.isBlocked(OURS, PHONE)).isTrue();
			assertThat(List.of(webhook(), webhook(), webhook(), webhook()))
				.extracting((request) -> Objects.requireNonNullElse(request.form().first("MessageStatus"),
						request.form().first("Body")))
				.containsExactlyInAnyOrder("sent", "delivered", "STOP", "Hello?");
		}
	}

	private Reply send(String body) {
		return this.caller.form(SEND, "To", PHONE, "From", OURS, "Body", body);
	}

	private Request webhook() throws InterruptedException {
		Request request = this.webhooks.poll(10, TimeUnit.SECONDS);
		assertThat(request).isNotNull();
		return Objects.requireNonNull(request);
	}

	private static String credentials(String pair) {
		return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

}
