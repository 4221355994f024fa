package rei.sms.jobs.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;

import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonHttpTests {

	private static final Timeouts SHORT = new Timeouts(Duration.ofMillis(500), Duration.ofMillis(300),
			Duration.ofSeconds(2));

	private final JsonHttp http = new JsonHttp(SHORT);

	private final MockWebServer vendor = new MockWebServer();

	record Pong(String text) {
	}

	@BeforeEach
	void start() throws IOException {
		this.vendor.start();
	}

	@AfterEach
	void stop() {
		this.vendor.close();
	}

	@Test
	void exchangeReadsTheAnswerAsAType() {
		this.vendor.enqueue(answer(200, "{\"text\":\"pong\",\"more\":1}"));
		assertThat(this.http.exchange(get(), Departure.AT_ONCE, Pong.class)).isEqualTo(new Pong("pong"));
	}

	@Test
	void exchangeSendsTheWholeBody() throws InterruptedException {
		this.vendor.enqueue(answer(200, "{}"));
		this.http.exchange(post(), Departure.AT_ONCE);
		assertThat(this.vendor.takeRequest().getBody().utf8()).isEqualTo("{\"text\":\"ping\"}");
	}

	@Test
	void exchangeWhenTheAnswerIsEmptyIsAMissingNode() {
		this.vendor.enqueue(answer(204, ""));
		assertThat(this.http.exchange(get(), Departure.AT_ONCE).isMissingNode()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 307, 400, 401, 403, 404, 409, 413, 422 })
	void exchangeWhenRefusedIsRejectedAndCalledOnce(int status) {
		this.vendor
			.enqueue(answer(status, "{\"error\":{\"type\":\"NO\",\"message\":\"not +15125550100\"}}").newBuilder()
				.setHeader("Location", "/elsewhere")
				.build());
		var rejected = rejected(post());
		assertThat(rejected.status()).isEqualTo(status);
		assertThat(rejected.error()).isEqualTo(new VendorError("NO", "not +15125550100"));
		assertThat(rejected).hasMessage(this.vendor.getHostName() + " answered " + status + " NO");
		assertThat(this.vendor.getRequestCount()).isEqualTo(1);
	}

	@Test
	void exchangeWhenThrottledWasNotApplied() {
		this.vendor.enqueue(answer(429, "").newBuilder().setHeader("Retry-After", "7").build());
		var unavailable = unavailable(post());
		assertThat(unavailable.outcome()).isEqualTo(Outcome.REFUSED_NOT_APPLIED);
		assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(7));
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 500, 502, 503, 504 })
	void exchangeWhenTheVendorFailsIsUnknownAndCalledOnce(int status) {
		this.vendor
			.enqueue(answer(status, "<html>Bad gateway</html>").newBuilder().setHeader("Retry-After", "0").build());
		this.vendor.enqueue(answer(200, "{}"));
		assertThat(unavailable(post()).outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(this.vendor.getRequestCount()).isEqualTo(1);
	}

	@Test
	void exchangeNeverRepeatsAReadByItselfEither() {
		this.vendor.enqueue(answer(503, "").newBuilder().setHeader("Retry-After", "0").build());
		this.vendor.enqueue(answer(200, "{}"));
		assertThat(unavailable(get()).outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(this.vendor.getRequestCount()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"text\":", "<html>", "{\"text\":[1,2]}" })
	void exchangeWhenTheAnswerIsUnreadableIsUnknownAndQuotesNothing(String body) {
		this.vendor.enqueue(answer(200, body));
		var unavailable = catchThrowableOfType(Unavailable.class,
				() -> this.http.exchange(post(), Departure.AT_ONCE, Pong.class));
		assertThat(unavailable.outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(unavailable).hasNoCause().hasMessageEndingWith("gave an unreadable answer");
	}

	@Test
	void exchangeWhenNobodyListensWasNotSent() throws IOException {
		assertThat(unavailable(post("http://127.0.0.1:" + closedPort())).outcome()).isEqualTo(Outcome.NOT_SENT);
	}

	private static int closedPort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Test
	void exchangeWhenTheHostIsUnknownWasNotSent() {
		assertThat(unavailable(post("http://nowhere.invalid")).outcome()).isEqualTo(Outcome.NOT_SENT);
	}

	@Test
	void exchangeWhenTlsFailsWasNotSent() {
		this.vendor.enqueue(answer(200, "{}"));
		var url = "https://127.0.0.1:" + this.vendor.getPort();
		assertThat(unavailable(post(url)).outcome()).isEqualTo(Outcome.NOT_SENT);
	}

	@Test
	void exchangeWhenTheVendorHangsIsUnknown() {
		this.vendor.enqueue(answer(200, "{}").newBuilder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
		assertThat(unavailable(post()).outcome()).isEqualTo(Outcome.UNKNOWN);
	}

	@Test
	void exchangeWhenTheAnswerDripsEndsAtTheWholeTimeout() {
		this.vendor.enqueue(answer(200, "{\"text\":\"" + "x".repeat(100) + "\"}").newBuilder()
			.throttleBody(1, 200, TimeUnit.MILLISECONDS)
			.build());
		assertThat(unavailable(post()).outcome()).isEqualTo(Outcome.UNKNOWN);
	}

	@Test
	void exchangeWhenTheConnectionBreaksAfterTheRequestIsUnknownAndCalledOnce() {
		this.vendor.enqueue(answer(200, "{}").newBuilder().onResponseStart(new SocketEffect.CloseSocket()).build());
		this.vendor.enqueue(answer(200, "{}"));
		assertThat(unavailable(post()).outcome()).isEqualTo(Outcome.UNKNOWN);
		assertThat(this.vendor.getRequestCount()).isEqualTo(1);
	}

	@Test
	void exchangeWhenTheAnswerIsEndlessIsUnknown() {
		this.vendor.enqueue(answer(200, "\"" + "x".repeat(33 << 20) + "\""));
		assertThat(unavailable(get()).outcome()).isEqualTo(Outcome.UNKNOWN);
	}

	@Test
	void exchangeWhenTheFenceClosesNeverGivesTheVendorTheWholeRequest() throws InterruptedException {
		var unavailable = catchThrowableOfType(Unavailable.class,
				() -> this.http.exchange(post(), Departure.unless(() -> false)));
		assertThat(unavailable.outcome()).isEqualTo(Outcome.NOT_SENT);
		assertThat(this.vendor.takeRequest().getFailure()).isNotNull();
	}

	@Test
	void exchangeWhenTheFenceFailsIsNotSentAndAnswersItsFailure() throws InterruptedException {
		assertThatIllegalStateException().isThrownBy(() -> this.http.exchange(post(), Departure.unless(() -> {
			throw new IllegalStateException("the database is gone");
		}))).withMessage("the database is gone");
		assertThat(this.vendor.takeRequest().getFailure()).isNotNull();
	}

	@Test
	void exchangeTellsWhenItIsConnectedAndWhenItLeft() {
		this.vendor.enqueue(answer(200, "{}"));
		this.vendor.enqueue(answer(200, "{}"));
		var story = new ArrayList<String>();
		var departure = new Departure(() -> story.add("connected"), () -> story.add("fence"), () -> story.add("left"));
		this.http.exchange(get(), departure);
		this.http.exchange(post(), departure);
		assertThat(story).containsExactly("connected", "fence", "left", "connected", "fence", "left");
	}

	@Test
	void exchangeWhenWhatPrecedesItRefusesWasNotSent() throws InterruptedException {
		var unavailable = catchThrowableOfType(Unavailable.class,
				() -> this.http.exchange(get(), Departure.inTurn(() -> {
					throw new Unavailable("resting", Outcome.NOT_SENT);
				}, () -> {
				})));
		assertThat(unavailable).hasMessage("resting");
		assertThat(this.vendor.takeRequest(300, TimeUnit.MILLISECONDS)).isNull();
	}

	@Test
	void failuresNeverQuoteTheUrlOrTheBody() {
		this.vendor.enqueue(answer(200, "{}").newBuilder().onResponseStart(new SocketEffect.CloseSocket()).build());
		for (Throwable link = unavailable(post()); link != null; link = link.getCause()) {
			assertThat(String.valueOf(link)).doesNotContain("s3cret", "ping");
		}
	}

	private Unavailable unavailable(Request request) {
		return catchThrowableOfType(Unavailable.class, () -> this.http.exchange(request, Departure.AT_ONCE));
	}

	private Rejected rejected(Request request) {
		return catchThrowableOfType(Rejected.class, () -> this.http.exchange(request, Departure.AT_ONCE));
	}

	private Request get() {
		return new Request.Builder().url(this.vendor.url("/ping?token=s3cret")).build();
	}

	private Request post() {
		return post(this.vendor.url("/").toString());
	}

	private Request post(String url) {
		return new Request.Builder().url(HttpUrl.get(url).newBuilder().query("token=s3cret").build())
			.post(this.http.body(new Pong("ping")))
			.build();
	}

	private static MockResponse answer(int status, String body) {
		return new MockResponse.Builder().code(status).body(body).build();
	}

}
