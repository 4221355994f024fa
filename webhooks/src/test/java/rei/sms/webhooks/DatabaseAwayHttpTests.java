package rei.sms.webhooks;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Without its database the engine asks to come again and promises nothing. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "test.database=away")
class DatabaseAwayHttpTests {

	private HttpWebhooks http;

	@BeforeEach
	void connect(@LocalServerPort int port) {
		this.http = new HttpWebhooks(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/inbound", "/outbound", "/delivery" })
	void senderIsAskedToComeAgain(String path) {
		var answer = this.http.form(path, Samples.good(path));
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(this.http.form(path, Samples.without(Samples.good(path), "From")).statusCode()).isEqualTo(422);
	}

}
