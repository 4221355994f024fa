package rei.sms.webhooks;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A bad body is the sender's fault, never ours, and costs no good one. */
@WebhookTest
class MalformedBodiesHttpTests {

	private static final String GOOD = """
			"MessageSid":"SMx","From":"+17135550101","To":"+18325550100","Body":"hi","MessageStatus":"sent\"""";

	private static final List<String> JSON_BODIES = List.of("{", "}", "[", "[]", "[{" + GOOD + "}]", "null", "true",
			"42", "\"text\"", "{}", "{]", "{" + GOOD, "{" + GOOD + "}}", "{" + GOOD + "}{}", "{" + GOOD + ",}",
			"{'From':'+17135550101'}", "{From:1}", "{\"From\":\"+17135550101\" \"Body\":\"x\"}", "{\"From\":}",
			"{\"From\":null,\"Body\":null,\"To\":null}", "{\"From\":{\"a\":1},\"Body\":\"x\"}",
			"{\"From\":[[[1]]],\"Body\":\"x\"}", "{\"From\":true,\"Body\":\"x\"}", "{\"From\":1e400,\"Body\":\"x\"}",
			"{\"From\":-0,\"Body\":\"x\"}", "{\"From\":" + "9".repeat(5000) + "}", "{\"From\":0x1F}", "{\"From\":NaN}",
			"{\"From\":\"\\uD800\",\"Body\":\"x\"}", "{\"From\":\"\\u0000\",\"Body\":\"\\u0000\"}",
			"{\"From\":\"\\x\"}", "{\"From\":\"\\u12\"}", "{\"From\":\"a\nb\"}", "{\"From\":\"", "{\"a\":".repeat(2000),
			"[".repeat(20_000), "{\"From\":\"x\"} // comment", "{\"Fröm\":\"x\"}", "{\"\":\"\"}",
			"{\"Body\":\"\",\"From\":\"\"}", "{\"MediaUrl0\":{}}", "{\"MediaUrls\":[null,{}]}");

	private static final List<String> FORMS = List.of("", "&", "=", "&&==&&", "From", "From=", "=From", "From=&Body=",
			"From=%", "From=%2", "From=%zz&Body=x", "From=%FF%FE&Body=x", "Body=%C3%28&From=%2B17135550101",
			"From=%00&Body=%00", "From=%ED%A0%80&Body=x", "From=abc&Body=x", "From=12&Body=x",
			"From=" + "1".repeat(300) + "&Body=x", "%46%72=1", "From[]=1&Body[]=2", "<xml/>",
			"From=+17135550101;Body=x", "\u0000\u0001\u0002", "a=".repeat(5000));

	@Autowired
	private JdbcClient jdbc;

	private HttpWebhooks http;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = new HttpWebhooks(port);
	}

	static Stream<Arguments> bodies() {
		return Stream.of("/inbound", "/outbound", "/delivery")
			.flatMap((path) -> Stream
				.of(JSON_BODIES.stream().map((body) -> Arguments.of(path, HttpWebhooks.JSON, utf8(body))),
						FORMS.stream().map((body) -> Arguments.of(path, HttpWebhooks.FORM, utf8(body))), others(path))
				.flatMap((arguments) -> arguments));
	}

	private static Stream<Arguments> others(String path) {
		var good = new JsonMapper().writeValueAsBytes(Samples.good(path));
		return Stream.of(Arguments.of(path, "application/json;charset=utf-16", good),
				Arguments.of(path, "application/json;charset=nonsense", good),
				Arguments.of(path, "application/json;charset=x-JISAutoDetect", good),
				Arguments.of(path, "text/xml", good), Arguments.of(path, "garbage", good),
				Arguments.of(path, "multipart/form-data", good),
				Arguments.of(path, "multipart/form-data;boundary=x", utf8("--x\r\nContent-Disposition: broken")),
				Arguments.of(path, HttpWebhooks.JSON, broken(good)),
				Arguments.of(path, HttpWebhooks.JSON,
						new String(good, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16)),
				Arguments.of(path, HttpWebhooks.JSON, Arrays.copyOf(good, 70_000)),
				Arguments.of(path, HttpWebhooks.FORM, Arrays.copyOf(good, 300_000)),
				Arguments.of(path, HttpWebhooks.FORM, utf8(HttpWebhooks.encode(overlongSid(path)))));
	}

	@ParameterizedTest
	@MethodSource("bodies")
	void badBodyIsRefusedAndTheNextGoodOneIsKept(String path, String contentType, byte[] body) {
		var answer = this.http.post(path, contentType, body);
		assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		var good = Samples.good(path);
		assertThat(this.http.form(path, good).statusCode()).isEqualTo(200);
		assertThat(this.jdbc.sql("SELECT count(*) FROM " + Samples.table(path) + " WHERE sid = ?")
			.param(good.get("MessageSid"))
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	static Stream<Arguments> odd() {
		return Stream.of("/inbound", "/outbound", "/delivery")
			.flatMap((path) -> Stream
				.of("a\\u0000b", "\\uD83D", "\\uDC00x", "x\\uD83D\\u0041", "\\uFFFF", "\\uFEFF", "9".repeat(60_000),
						"'; DROP TABLE inbound; --", "{braces}", "\\\\", "%s%n%1$s")
				.map((text) -> Arguments.of(path, text)));
	}

	@ParameterizedTest
	@MethodSource("odd")
	void oddTextIsKept(String path, String text) {
		var sid = Samples.sid();
		var answer = this.http.json(path, """
				{"MessageSid":"%s","From":"+17135550101","To":"+18325550100","Body":"%s","MessageStatus":"sent",
				"ErrorCode":"%s","Campaign":"%s","NumSegments":1e999,"Extra":{"deep":[1,{"a":null}]}}""".formatted(sid,
				"x" + text, text, text));
		assertThat(answer.statusCode()).as(answer.body()).isIn(200, 413);
		if (answer.statusCode() == 200) {
			assertThat(this.jdbc.sql("SELECT count(*) FROM " + Samples.table(path) + " WHERE sid = ?")
				.param(sid)
				.query(Integer.class)
				.single()).isEqualTo(1);
		}
	}

	private static Map<String, String> overlongSid(String path) {
		return Samples.with(Samples.good(path), "MessageSid", "x".repeat(5000));
	}

	private static byte[] broken(byte[] good) {
		var bytes = new ByteArrayOutputStream();
		bytes.writeBytes(Arrays.copyOf(good, good.length - 2));
		bytes.writeBytes(new byte[] { (byte) 0xC3, (byte) 0x28, '"', '}' });
		return bytes.toByteArray();
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
