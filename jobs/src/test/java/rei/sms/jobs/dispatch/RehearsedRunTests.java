package rei.sms.jobs.dispatch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** What a rehearsal foretells is what the run then does, until its last text. */
@JobTest
@Import({ DispatchTests.Application.class, RehearsedRunTests.Campaigns.class, RehearsedRun.class })
class RehearsedRunTests {

	static final TextGridStandIn PROVIDER = TextGridStandIn.start(TextGridOptions.of(RehearsedRun.numbers(3)));

	private static final int RECIPIENTS = 300;

	@Autowired
	private RehearsedRun run;

	@Autowired
	private TestRows rows;

	@Autowired
	private MutableClock clock;

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry registry) {
		registry.add("textgrid.api-url", PROVIDER::url);
		registry.add("textgrid.account-sid", PROVIDER::accountSid);
		registry.add("textgrid.auth-token", PROVIDER::authToken);
		registry.add("sending.agent-name", () -> "Ann");
	}

	@BeforeEach
	void empty() {
		this.rows.clear();
		this.clock.set(JobTestContext.MONDAY_NOON);
	}

	@AfterAll
	static void close() {
		PROVIDER.close();
	}

	@Test
	void theRunEndsWhenItsRehearsalSaid() {
		this.run.prepare(RECIPIENTS, 3);
		var before = this.run.trace();
		var rehearsed = this.run.rehearse();
		assertThat(this.run.trace()).isEqualTo(before);
		assertThat(PROVIDER.texts()).isEmpty();
		var ended = this.run.run(RECIPIENTS);
		assertThat(PROVIDER.texts()).hasSize(rehearsed.recipients()).hasSize(RECIPIENTS - 6);
		assertThat(rehearsed.finishAt()).hasValueSatisfying(
				(finish) -> assertThat(RehearsedRun.error(JobTestContext.MONDAY_NOON, finish, ended)).isLessThan(0.05));
	}

	@Configuration(proxyBeanMethods = false)
	@ComponentScan(basePackages = "rei.sms.jobs.campaign",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = ".*(Tests|TestContext|Bench|Story|Controller).*"))
	static class Campaigns {

	}

}
