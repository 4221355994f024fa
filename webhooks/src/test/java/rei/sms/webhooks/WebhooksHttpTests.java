package rei.sms.webhooks;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The seed's three webhooks over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WebhooksHttpTests {

	private static final Map<String, String> TEXT = Map.of("From", "+17135550101", "To", "+18325550100", "Body",
			"how much?");

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private JsonMapper mapper;

	private HttpWebhooks http;

	private final String sid = "SM" + UUID.randomUUID();

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = new HttpWebhooks(port);
	}

	@Test
	void inboundIsKeptUnderItsSid() {
		var answer = this.http.form("/inbound", with(TEXT, "MessageSid", this.sid));
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(json(answer).get("status").asString()).isEqualTo("ok");
		assertThat(json(answer).get("linked_to").asString()).isEqualTo("prospect");
		var kept = this.jdbc.sql("SELECT conversation_id::text FROM inbound WHERE sid = :sid AND body = 'how much?'")
			.param("sid", this.sid)
			.query(String.class)
			.single();
		assertThat(json(answer).get("conversation_id").asString()).isEqualTo(kept);
	}

	private JsonNode json(HttpResponse<String> answer) {
		return this.mapper.readTree(answer.body());
	}

	private static Map<String, String> with(Map<String, String> fields, String name, String value) {
		var all = new java.util.LinkedHashMap<>(fields);
		all.put(name, value);
		return all;
	}

}
