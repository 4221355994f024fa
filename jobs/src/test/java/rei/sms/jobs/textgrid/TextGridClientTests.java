package rei.sms.jobs.textgrid;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rei.sms.db.message.DeliveryStatus;
import rei.sms.db.message.MessageSid;
import rei.sms.db.message.PhoneNumber;
import rei.sms.jobs.http.Rejected;
import rei.sms.jobs.http.Unavailable;
import rei.sms.jobs.textgrid.SendResult.NotSent;
import rei.sms.jobs.textgrid.SendResult.Refused;
import rei.sms.jobs.textgrid.SendResult.Taken;
import rei.sms.jobs.textgrid.SendResult.Unknown;
import rei.sms.jobs.textgrid.TextGridProperties.AuthScheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TextGridClientTests {

	private static final UUID CONVERSATION = UUID.fromString("0190d3a0-0000-7000-8000-000000000001");

	private static final PhoneNumber OURS = new PhoneNumber("+18135550100");

	private static final PhoneNumber SELLER = new PhoneNumber("+15125550177");

	private final MockWebServer provider = new MockWebServer();

	@BeforeEach
	void start() throws IOException {
		this.provider.start();
	}

	@AfterEach
	void stop() {
		this.provider.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"sid":"aB+/==","status":"queued","error_code":null} | QUEUED
			{"messageSid":"aB+/==","status":"accepted"}          | QUEUED
			{"id":"aB+/==","status":"enroute"}                   | QUEUED
			{"sid":"aB+/==","status":"sent","error_code":0}      | SENT
			{"sid":"aB+/==","status":"delivered"}                | DELIVERED
			{"sid":"aB+/==","status":"on its way"}               | QUEUED
			{"sid":"aB+/=="}                                     | QUEUED
			""")
	void sendWhenTakenAnswersTheSid(String body, DeliveryStatus status) {
		answer(201, body);
		assertThat(send()).isEqualTo(new Taken(new MessageSid("aB+/=="), status));
	}

	@Test
	void sendPostsTheFormWithOurIdInTheCallback() throws InterruptedException {
		answer(201, "{\"sid\":\"SM1\"}");
		client(AuthScheme.BEARER).send(text(Optional.of(Duration.ofHours(4))), () -> true);
		var request = this.provider.takeRequest();
		var form = HttpUrl.get("http://form/?" + request.getBody().utf8());
		assertThat(request.getTarget()).isEqualTo("/2010-04-01/Accounts/ac%2F%2B%3D%3D/Messages.json");
		assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer YWMvKz09OnMzY3JldA==");
		assertThat(form.queryParameter("To")).isEqualTo("+15125550177");
		assertThat(form.queryParameter("From")).isEqualTo("+18135550100");
		assertThat(form.queryParameter("Body")).isEqualTo("Hi Ann, 1+1 & ünïcode?");
		assertThat(form.queryParameter("ValidityPeriod")).isEqualTo("14400");
		assertThat(form.queryParameter("StatusCallback"))
			.isEqualTo("https://sms.example.com/base/delivery?token=t%26k&ref=" + CONVERSATION);
	}

	@Test
	void sendShowsTheSecretAsBasicWhenAsked() throws InterruptedException {
		answer(201, "{\"sid\":\"SM1\"}");
		client(AuthScheme.BASIC).send(text(Optional.empty()), () -> true);
		assertThat(this.provider.takeRequest().getHeaders().get("Authorization"))
			.isEqualTo("Basic YWMvKz09OnMzY3JldA==");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					400 | {"code":21610,"message":"violates a blacklist rule"}                  | 21610       | violates a blacklist rule
					400 | {"error":"'From' number not found"}                                   | 400         | 'From' number not found
					422 | {"errors":[{"code":21211,"detail":"bad number"}]}                     | 21211       | bad number
					404 | <html>no such page</html>                                             | 404         | ``
					302 | ``                                                                    | 302         | ``
					200 | {"sid":"SM1","error_code":30007,"error_message":"filtered"}           | 30007       | filtered
					201 | {"sid":"SM1","status":"failed"}                                       | FAILED      | ``
					201 | {"sid":"SM1","status":"undelivered"}                                  | UNDELIVERED | ``
					""")
	void sendWhenRefusedAnswersTheCode(int status, String body, String code, String message) {
		answer(status, body);
		assertThat(send()).isEqualTo(new Refused(code, message));
	}

	@Test
	void sendWhenThrottledWasNotSent() {
		this.provider.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "9").build());
		assertThat(send()).isInstanceOfSatisfying(NotSent.class,
				(result) -> assertThat(result.retryAfter()).contains(Duration.ofSeconds(9)));
	}

	@Test
	void sendWhenNobodyListensWasNotSent() {
		var client = client(AuthScheme.BEARER);
		this.provider.close();
		assertThat(client.send(text(Optional.empty()), () -> true)).isInstanceOf(NotSent.class);
	}

	@Test
	void sendWhenTheFenceClosesWasNotSent() throws InterruptedException {
		assertThat(client(AuthScheme.BEARER).send(text(Optional.empty()), () -> false)).isInstanceOf(NotSent.class);
		assertThat(this.provider.takeRequest().getFailure()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(ints = { 502, 504, 408 })
	void sendWhenTheProviderFailsIsUnknown(int status) {
		answer(status, "<html>oops</html>");
		assertThat(send()).isInstanceOf(Unknown.class);
	}

	@ParameterizedTest
	@ValueSource(ints = { 500, 503 })
	void sendWhenTheProviderItselfFailsIsRefused(int status) {
		answer(status, "{\"code\":20500,\"message\":\"Internal Server Error\"}");
		assertThat(send()).isEqualTo(new Refused(String.valueOf(status), "Internal Server Error"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "<html>", "{\"sid\":\"\"}", "{\"sid\":null}", "{\"sid\":\"SM" })
	void sendWhenTheAnswerNamesNoSidIsUnknown(String body) {
		answer(200, body);
		assertThat(send()).isInstanceOf(Unknown.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"code\":21610,\"message\":\"no\",\"status\":400}",
			"{\"code\":\"21610\",\"message\":\"no\"}", "{\"error\":{\"code\":21610,\"message\":\"no\"}}" })
	void sendWhenARefusalComesAsASuccessIsRefused(String body) {
		answer(200, body);
		assertThat(send()).isEqualTo(new Refused("21610", "no"));
	}

	@Test
	void sendWhenTheProviderHangsIsUnknown() {
		this.provider.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
		assertThat(send()).isInstanceOf(Unknown.class);
	}

	@Test
	void sendWhenTheConnectionBreaksIsUnknownAndSentOnce() {
		this.provider.enqueue(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
		answer(201, "{\"sid\":\"SM2\"}");
		assertThat(send()).isInstanceOf(Unknown.class);
		assertThat(this.provider.getRequestCount()).isEqualTo(1);
	}

	@Test
	void lookUpEncodesTheSidAndReadsTheMessage() throws InterruptedException {
		answer(200, """
				{"sid":"a+/b==","status":"undelivered","error_code":"30003","to":"+15125550177","from":"+18135550100",
				"body":"Hi","date_created":"Mon, 23 Nov 2026 18:00:00 +0000"}""");
		var message = client(AuthScheme.BEARER).lookUp(new MessageSid("a+/b==")).orElseThrow();
		assertThat(message.status()).contains(DeliveryStatus.UNDELIVERED);
		assertThat(message.errorCode()).contains("30003");
		assertThat(message.created()).contains(Instant.parse("2026-11-23T18:00:00Z"));
		assertThat(this.provider.takeRequest().getTarget()).endsWith("/Messages/a%2B%2Fb%3D%3D.json");
	}

	@Test
	void lookUpWhenTheProviderKnowsNothingIsEmpty() {
		answer(404, "{\"code\":20404,\"message\":\"not found\"}");
		assertThat(client(AuthScheme.BEARER).lookUp(new MessageSid("SM1"))).isEmpty();
	}

	@Test
	void lookUpWhenTheProviderFailsSaysSo() {
		answer(500, "");
		answer(401, "");
		var client = client(AuthScheme.BEARER);
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> client.lookUp(new MessageSid("SM1")));
		assertThatExceptionOfType(Rejected.class).isThrownBy(() -> client.lookUp(new MessageSid("SM1")));
	}

	@Test
	void findAnswersTheMessagesOfThePairSinceThen() throws InterruptedException {
		answer(200, """
				{"messages":[
				{"sid":"SM1","status":"sent","date_created":"2026-11-23T18:00:05Z"},
				{"sid":"SM2","status":"sent","date_created":"2026-11-23T09:00:00Z"},
				{"sid":"SM3","status":"sent","date_created":"yesterday"},
				{"status":"sent"}]}""");
		var found = client(AuthScheme.BEARER).find(SELLER, OURS, Instant.parse("2026-11-23T18:00:00Z"));
		assertThat(found).extracting((message) -> message.sid().value()).containsExactly("SM1", "SM3");
		assertThat(this.provider.takeRequest().getUrl().queryParameter("To")).isEqualTo("+15125550177");
	}

	@Test
	void nothingPrintsTheSecretTheBodyOrThePhone() {
		assertThat(properties(AuthScheme.BASIC).toString() + text(Optional.empty())).doesNotContain("s3cret", "t&k",
				"Ann", "+1512");
	}

	private SendResult send() {
		return client(AuthScheme.BEARER).send(text(Optional.empty()), () -> true);
	}

	private TextGridClient client(AuthScheme scheme) {
		return new TextGridClient(properties(scheme));
	}

	private TextGridProperties properties(AuthScheme scheme) {
		return new TextGridProperties(this.provider.url("/").toString(), "ac/+==", "s3cret", scheme,
				"https://sms.example.com/base/", "t&k", Duration.ofMillis(500), Duration.ofMillis(300));
	}

	private static SendRequest text(Optional<Duration> validity) {
		return new SendRequest(CONVERSATION, OURS, SELLER, "Hi Ann, 1+1 & ünïcode?", validity);
	}

	private void answer(int status, String body) {
		this.provider.enqueue(new MockResponse.Builder().code(status).body(body).build());
	}

}
