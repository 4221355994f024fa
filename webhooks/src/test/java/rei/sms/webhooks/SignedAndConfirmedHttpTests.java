package rei.sms.webhooks;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What changes when the provider's secret and a confirmation text are set. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "webhooks.secret=shared",
		"webhooks.public-url=https://sms.example.test/", "opt-out.confirmation=You are off our list." })
class SignedAndConfirmedHttpTests {

	@Autowired
	private JdbcClient jdbc;

	private HttpWebhooks http;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = new HttpWebhooks(port);
	}

	@Test
	void signatureCoversAddressTokenAndBody() throws Exception {
		var body = HttpWebhooks.encode(Samples.inbound("yes"));
		var address = "/inbound?token=" + HttpWebhooks.encode(WebhookApplication.WEBHOOK_TOKEN) + "&ref=1";
		var signature = signature(address, body);
		assertThat(post(address, body, signature)).isEqualTo(200);
		assertThat(post(address, body + "!", signature)).isEqualTo(401);
		assertThat(post(address + "2", body, signature)).isEqualTo(401);
		assertThat(post(address, body, "AAAA")).isEqualTo(401);
		assertThat(post(address, body, "")).isEqualTo(401);
	}

	@Test
	void tokenAloneIsNotEnough() {
		assertThat(this.http.form("/delivery", Samples.delivery("sent")).statusCode()).isEqualTo(401);
	}

	@Test
	void firstStopIsConfirmedOnceAndSoon() throws Exception {
		var stop = Samples.inbound("STOP");
		send(stop);
		send(stop);
		send(Samples.with(Samples.inbound("stop"), "From", stop.get("From")));
		var queued = this.jdbc.sql("""
				SELECT c.body, o.our_number, o.expires_at - o.not_before = interval '5 minutes' AS soon FROM outbox o
				JOIN conversation c ON c.id = o.conversation_id WHERE o.seller_phone = ? AND o.kind = 'CONFIRMATION'
				""").param(stop.get("From")).query().singleRow();
		assertThat(queued)
			.containsAllEntriesOf(Map.of("body", "You are off our list.", "our_number", Samples.OURS, "soon", true));
	}

	@Test
	void stopThatComesAgainAfterStartIsConfirmedAgain() throws Exception {
		var stop = Samples.inbound("STOP");
		for (var body : new String[] { "STOP", "START", "STOP" }) {
			send(Samples.with(Samples.inbound(body), "From", stop.get("From")));
		}
		assertThat(this.jdbc.sql("SELECT count(*) FROM outbox WHERE kind = 'CONFIRMATION' AND seller_phone = ?")
			.param(stop.get("From"))
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void stopToANumberWeCannotReadIsNotConfirmed() throws Exception {
		var stop = Samples.without(Samples.inbound("STOP"), "To");
		send(stop);
		assertThat(this.jdbc.sql("SELECT count(*) FROM outbox WHERE seller_phone = ?")
			.param(stop.get("From"))
			.query(Integer.class)
			.single()).isZero();
	}

	private void send(Map<String, String> text) throws Exception {
		var body = HttpWebhooks.encode(text);
		var address = "/inbound?token=" + HttpWebhooks.encode(WebhookApplication.WEBHOOK_TOKEN);
		assertThat(post(address, body, signature(address, body))).isEqualTo(200);
	}

	private int post(String address, String body, String signature) {
		return this.http
			.send(HttpRequest.newBuilder(this.http.uri(address))
				.timeout(Duration.ofSeconds(30))
				.header("Content-Type", HttpWebhooks.FORM)
				.header("X-TextGrid-Signature", signature)
				.POST(BodyPublishers.ofString(body)))
			.statusCode();
	}

	private static String signature(String address, String body) throws Exception {
		var mac = Mac.getInstance("HmacSHA1");
		mac.init(new SecretKeySpec("shared".getBytes(UTF_8), "HmacSHA1"));
		return Base64.getEncoder()
			.encodeToString(mac.doFinal(("https://sms.example.test" + address + body).getBytes(UTF_8)));
	}

}
