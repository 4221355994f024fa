package rei.sms.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.springframework.transaction.support.TransactionSynchronizationManager;

import rei.sms.db.message.MessageSid;

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
		var warmUp = new WarmUp(this.calls, this.properties);
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
		this.calls.run(Instant.now().plusMillis(300));
		for (var table : List.of("inbound", "outbound_echo", "receipt")) {
			assertThat(this.jdbc.sql("SELECT count(*) FROM " + table + " WHERE sid LIKE 'rehearsal%'")
				.query(Integer.class)
				.single()).isZero();
		}
	}

	@Test
	void whatWasSentBesideItIsKeptAndEachGetsItsAnswer() {
		var kept = new ArrayList<String>();
		var commit = this.rehearsal.apart(MessageSid::new, (List<String> sids) -> {
			kept.addAll(TransactionSynchronizationManager.isActualTransactionActive() ? List.of() : sids);
			return sids.stream().map((sid) -> "of " + sid).toList();
		});
		var sids = List.of("rehearsal-1", this.rehearsal.sid(1), "SM2", this.rehearsal.sid(2), "SM3");
		assertThat(commit.apply(sids)).isEqualTo(sids.stream().map((sid) -> "of " + sid).toList());
		assertThat(kept).containsExactly("rehearsal-1", "SM2", "SM3");
		assertThat(commit.apply(List.of("SM4"))).containsExactly("of SM4");
		assertThat(commit.apply(List.of(this.rehearsal.sid(3)))).containsExactly("of " + this.rehearsal.sid(3));
	}

	@Test
	void aRehearsedTextIsAcknowledgedLikeAnother(@LocalServerPort int port) {
		for (var path : List.of("/inbound", "/outbound", "/delivery")) {
			var answer = RawHttp.send(port, "POST", path + "?token=hook%2B/%3Dsecret",
					"Content-Type: application/x-www-form-urlencoded\r\n", "MessageSid=" + this.rehearsal.sid(9)
							+ "&From=%2B12025550100&To=%2B12025550101&Body=Yes&MessageStatus=sent");
			assertThat(RawHttp.status(answer)).isEqualTo(200);
		}
		assertThat(
				this.jdbc.sql("SELECT count(*) FROM inbound WHERE sid LIKE 'rehearsal%'").query(Integer.class).single())
			.isZero();
	}

}
