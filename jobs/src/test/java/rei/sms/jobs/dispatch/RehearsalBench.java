package rei.sms.jobs.dispatch;

import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import rei.sms.jobs.JobTest;
import rei.sms.jobs.JobTestContext;
import rei.sms.sandbox.textgrid.TextGridOptions;
import rei.sms.sandbox.textgrid.TextGridStandIn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A rehearsal of 10 000 recipients beside the run to its last text, over two days of the
 * model's time; {@code bench/rehearsal} runs it.
 */
@JobTest
@Import({ DispatchTests.Application.class, RehearsedRunTests.Campaigns.class, RehearsedRun.class })
class RehearsalBench {

	private static final int RECIPIENTS = 10_000;

	private static final TextGridStandIn PROVIDER = TextGridStandIn.start(TextGridOptions.of(RehearsedRun.numbers(10)));

	@Autowired
	private RehearsedRun run;

	@DynamicPropertySource
	static void provider(DynamicPropertyRegistry registry) {
		registry.add("textgrid.api-url", PROVIDER::url);
		registry.add("textgrid.account-sid", PROVIDER::accountSid);
		registry.add("textgrid.auth-token", PROVIDER::authToken);
		registry.add("sending.agent-name", () -> "Ann");
	}

	@AfterAll
	static void close() {
		PROVIDER.close();
	}

	@Test
	void tenThousand() {
		this.run.prepare(RECIPIENTS, 10);
		var before = this.run.trace();
		var begin = System.nanoTime();
		var rehearsed = this.run.rehearse();
		var took = Duration.ofNanos(System.nanoTime() - begin);
		assertThat(this.run.trace()).isEqualTo(before);
		assertThat(PROVIDER.texts()).isEmpty();
		var ended = this.run.run(RECIPIENTS);
		var finish = rehearsed.finishAt().orElseThrow();
		var error = RehearsedRun.error(JobTestContext.MONDAY_NOON, finish, ended);
		System.out.printf(
				"MEASURED rehearsed %d recipients in %.1f s without a trace; it foretold the end at %s, the run of %d texts ended at %s (%.2f %% off)%n",
				rehearsed.listed(), took.toMillis() / 1000.0, finish, PROVIDER.texts().size(), ended, 100 * error);
		assertThat(PROVIDER.texts()).hasSize(rehearsed.recipients());
		assertThat(error).isLessThan(0.05);
	}

}
