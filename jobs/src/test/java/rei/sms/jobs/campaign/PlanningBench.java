package rei.sms.jobs.campaign;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import rei.sms.jobs.JobTest;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;

import static org.assertj.core.api.Assertions.assertThat;

/** How long the plan of 100 000 recipients takes; {@code bench/planning} runs it. */
@JobTest
@Import(CampaignTestContext.class)
class PlanningBench {

	private static final int RECIPIENTS = 100_000;

	@Autowired
	private Job campaignSend;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private Story story;

	@Test
	void planAHundredThousand() {
		var campaign = this.story.houston();
		for (int index = 0; index < 50; index++) {
			this.story.number("+1832556%04d".formatted(index), Story.HOUSTON);
		}
		this.story.prospects(campaign, RECIPIENTS);
		var cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		var begin = System.nanoTime();
		var execution = this.jobs.run(this.campaignSend, RECIPIENTS);
		var took = Duration.ofNanos(System.nanoTime() - begin);
		System.out.printf(
				"MEASURED planned %d recipients in %.1f s (%d a second), %.1f s of it at work here, heap %d MB of %d MB%n",
				RECIPIENTS, took.toMillis() / 1000.0, RECIPIENTS * 1000L / took.toMillis(),
				(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9,
				ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
				Runtime.getRuntime().maxMemory() >> 20);
		assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(this.rows.count("outbox")).isEqualTo(RECIPIENTS);
		assertThat(took).isLessThan(Duration.ofSeconds(60));
	}

}
