package rei.sms.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** Warming up comes before the word that we are well, and leaves nothing behind. */
@WebhookTest
class RehearsalTests {

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Rehearsal rehearsal;

	@Autowired
	private SelfCalls calls;

	@Autowired
	private WebhookProperties properties;

	@Autowired
	private FilterRegistrationBean<WarmFilter> registered;

	@Test
	void nobodyIsToldThatWeAreWellBeforeTheWebhooksAreWarm() throws Exception {
		assertThat(this.registered.getUrlPatterns()).containsExactly("/health");
		var warmUp = new WarmUp(this.rehearsal, this.calls, this.properties);
		long begun = System.nanoTime();
		try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
			var told = asking.submit(() -> {
				new WarmFilter(warmUp).doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(),
						new MockFilterChain());
				return System.nanoTime();
			});
			warmUp.run(new DefaultApplicationArguments());
			assertThat(Duration.ofNanos(told.get(1, TimeUnit.MINUTES) - begun))
				.isGreaterThanOrEqualTo(this.properties.warmUp());
		}
	}

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
