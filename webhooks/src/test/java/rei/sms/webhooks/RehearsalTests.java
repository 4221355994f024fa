package rei.sms.webhooks;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Warming up leaves nothing behind. */
@WebhookTest
class RehearsalTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Rehearsal rehearsal;

	@Autowired
	private SelfCalls calls;

	@Test
	void nothingIsKept(@LocalServerPort int port) {
		assertThat(RawHttp.status(RawHttp.send(port, "GET", "/ping", "", ""))).isEqualTo(200);
		this.rehearsal.run(Instant.now().plusMillis(50));
		this.calls.run(Instant.now().plusMillis(50));
		for (var table : List.of("inbound", "outbound_echo", "receipt")) {
			assertThat(this.jdbc.sql("SELECT count(*) FROM " + table + " WHERE sid LIKE 'rehearsal%'")
				.query(Integer.class)
				.single()).isZero();
		}
	}

}
