package rei.sms.webhooks;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@WebhookTest
class ChangeHttpTests {

	private static final byte[] SECRET = "sixteen bytes of".getBytes(UTF_8);

	private static final String PING = "{\"base\":{\"id\":\"appLeads\"},\"webhook\":{\"id\":\"ach1\"}}";

	@Autowired
	private JdbcClient jdbc;

	private HttpWebhooks http;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = new HttpWebhooks(port);
		this.jdbc.sql("DELETE FROM table_hook").update();
		this.jdbc.sql("""
				INSERT INTO table_hook (base_table, base_id, hook, secret, url, watched, expires_at)
				VALUES ('LEADS', 'appLeads', 'ach1', ?, 'https://engine.example', 'tbl1', now() + interval '7 days')
				""").param(Base64.getEncoder().encodeToString(SECRET)).update();
	}

	@Test
	void signedPingIsKeptWithoutAToken() throws Exception {
		assertThat(ping("LEADS", PING, mac(PING))).isEqualTo(204);
		assertThat(pinged()).isOne();
	}

	@Test
	void pingThatIsNotSignedRightIsRefused() throws Exception {
		assertThat(ping("LEADS", PING + " ", mac(PING))).isEqualTo(401);
		assertThat(ping("LEADS", PING, "hmac-sha256=00")).isEqualTo(401);
		assertThat(ping("LEADS", PING, "")).isEqualTo(401);
		assertThat(ping("PROSPECTS", PING, mac(PING))).isEqualTo(401);
		assertThat(pinged()).isZero();
	}

	private int ping(String table, String body, String mac) {
		return this.http
			.send(HttpRequest.newBuilder(this.http.uri("/airtable/changes/" + table))
				.header("Content-Type", HttpWebhooks.JSON)
				.header("X-Airtable-Content-MAC", mac)
				.POST(BodyPublishers.ofString(body)))
			.statusCode();
	}

	private int pinged() {
		return this.jdbc.sql("SELECT count(*) FROM table_hook WHERE pinged_at IS NOT NULL")
			.query(Integer.class)
			.single();
	}

	private static String mac(String body) throws Exception {
		var mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
		return "hmac-sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
	}

}
