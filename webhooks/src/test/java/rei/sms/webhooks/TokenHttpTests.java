package rei.sms.webhooks;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets in where, whichever of the three ways the token is shown. */
@WebhookTest
@ExtendWith(OutputCaptureExtension.class)
class TokenHttpTests {

	private static final String HOOK = WebhookApplication.WEBHOOK_TOKEN;

	private static final String CRON = WebhookApplication.CRON_TOKEN;

	private static final List<String> WEBHOOKS = List.of("/inbound", "/outbound", "/delivery", "/delivery/", "/status");

	private static final List<String> OTHERS = List.of("/jobs/autolinker", "/cron/all", "/messages", "/metrics",
			"/conversations/1");

	private int port;

	@BeforeEach
	void connect(@LocalServerPort int given) {
		this.port = given;
	}

	/** A way of showing a token: what it adds to the query, and to the headers. */
	private record Way(String query, String headers) {

		static Stream<Way> all(String token) {
			return Stream.of(new Way("?token=" + HttpWebhooks.encode(token), ""), new Way("?token=" + token, ""),
					new Way("?ref=1&token=" + HttpWebhooks.encode(token), ""),
					new Way("", "x-webhook-token: " + token + "\r\n"), new Way("", "X-Cron-Token: " + token + "\r\n"),
					new Way("", "Authorization: Bearer " + token + "\r\n"),
					new Way("", "authorization: bearer " + token + "\r\n"));
		}

	}

	static Stream<Arguments> doors() {
		return Stream
			.of(door(WEBHOOKS, HOOK, 200), door(WEBHOOKS, CRON, 401), door(WEBHOOKS, "", 401),
					door(WEBHOOKS, "guess", 401), door(OTHERS, CRON, 200), door(OTHERS, HOOK, 401),
					door(OTHERS, "", 401), door(OTHERS, CRON + "x", 401))
			.flatMap((arguments) -> arguments);
	}

	private static Stream<Arguments> door(List<String> paths, String token, int status) {
		return paths.stream()
			.flatMap((path) -> Way.all(token).map((way) -> Arguments.of(path, way.query, way.headers, status)));
	}

	@ParameterizedTest
	@MethodSource("doors")
	void eachTokenOpensItsOwn(String path, String query, String headers, int status) {
		var answer = post(path + query, headers);
		assertThat(RawHttp.status(answer)).isEqualTo(status);
		if (status == 401) {
			assertThat(answer).containsIgnoringCase("content-type: application/problem+json")
				.contains("\"status\":401");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/inbound", "/outbound", "/delivery", "/delivery/", "/status", "/jobs/retry", "/cron/all",
			"/sandbox", "/nowhere", "/" })
	void nothingShownOpensNothing(String path) {
		assertThat(RawHttp.status(post(path, ""))).isEqualTo(401);
		assertThat(RawHttp.status(RawHttp.send(this.port, "GET", path, "", ""))).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/ping", "/health", "/ops", "/ops/", "/ops/runs/7" })
	void openPathsAskForNothing(String path) {
		assertThat(RawHttp.status(RawHttp.send(this.port, "GET", path, "", ""))).isEqualTo(200);
	}

	static Stream<String> tricks() {
		return Stream.of("//jobs/retry", "/jobs//retry", "/jobs/retry;x", "/jobs/retry;/ping", "/;x/jobs/retry",
				"/ping/../jobs/retry", "/ops/../jobs/retry", "/ops/..;/jobs/retry", "/ops/%2e%2e/jobs/retry",
				"/ops/.%2E/jobs/retry", "/ops%2f..%2fjobs/retry", "/ops/..%2fjobs/retry", "/ops/..\\jobs/retry",
				"/ops/..%5cjobs/retry", "/ops/%252e%252e/jobs/retry", "/./jobs/retry", "/jobs/./retry", "/JOBS/retry",
				"/%6aobs/retry", "/jobs/retry/", "/jobs/retry%00", "/jobs/retry%20", "/ping/jobs/retry", "/ping%2f",
				"/ping;jsessionid=1", "/PING", "/ops;x=/jobs", "/%6fps/x", "/%70ing", "/inbound/", "/inbound;x",
				"//inbound", "/%69nbound", "/inbound%2f", "/INBOUND", "/x/../inbound", "/ops/../inbound", "/delivery//",
				"/delivery/;", "/status/", "http://test/jobs/retry", "*");
	}

	@ParameterizedTest
	@MethodSource("tricks")
	void tricksOpenNothing(String path) {
		assertThat(RawHttp.status(post(path, ""))).isBetween(400, 404);
		assertThat(RawHttp.status(post(path, "x-webhook-token: " + HOOK + "\r\n"))).isBetween(400, 404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/inbound;x", "//inbound", "/%69nbound", "/x/../inbound", "/inbound/", "/INBOUND",
			"/./inbound", "/inbound%2f", "/delivery//", "/status;a=b" })
	void tricksOpenNoWebhookToTheOperatorsToken(String path) {
		assertThat(RawHttp.status(post(path, "x-cron-token: " + CRON + "\r\n"))).isBetween(400, 404);
	}

	@Test
	void tokenIsGoneFromTheQueryBehindTheFilter() {
		assertThat(RawHttp.send(this.port, "GET", "/metrics?a=1&token=" + CRON + "&b=2", "", ""))
			.contains("query=a=1&b=2");
		assertThat(RawHttp.send(this.port, "GET", "/metrics?TOKEN=" + CRON, "", "")).contains("query=null");
	}

	@Test
	void tokenIsNeverWrittenDown(CapturedOutput output) {
		for (var path : List.of("/inbound", "/delivery", "/nowhere", "/jobs/retry;x", "/metrics")) {
			Way.all(HOOK).forEach((way) -> post(path + way.query, way.headers));
			Way.all(CRON).forEach((way) -> post(path + way.query, way.headers));
		}
		assertThat(output.getAll()).contains("POST \"/inbound").doesNotContain(HOOK, HttpWebhooks.encode(HOOK), CRON);
	}

	private String post(String target, String headers) {
		var path = target.replaceFirst("\\?.*", "").replaceFirst("/$", "");
		var good = Samples.good(path.equals("/status") ? "/delivery" : path);
		return RawHttp.send(this.port, "POST", target, headers + "Content-Type: " + HttpWebhooks.FORM + "\r\n",
				HttpWebhooks.encode(good));
	}

}
