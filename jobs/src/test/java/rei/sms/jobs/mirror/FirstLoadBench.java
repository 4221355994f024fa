package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.http.Request;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first load of a large base that is broken off in the middle and taken up again;
 * {@code bench/airtable-first-load} runs it.
 */
@MirrorTest
@TestPropertySource(
		properties = { "airtable.requests-per-second=50", "airtable.longest-wait=20s", "logging.level.root=error" })
class FirstLoadBench {

	private static final int PROSPECTS = Integer.getInteger("bench.prospects", 100_000);

	@Autowired
	private Job airtablePull;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private AirtableStandIn airtable;

	private final AtomicInteger pages = new AtomicInteger();

	private final AtomicLong early = new AtomicLong();

	private final AtomicLong late = new AtomicLong();

	@Test
	void loadIsTakenUpInTheMiddleAndMemoryStaysFlat() {
		for (int i = 0; i < PROSPECTS; i++) {
			this.airtable.add(MirrorTestContext.LEADS, "Prospects", Map.of("Name", "Owner " + i, "Phone 1",
					"+1713%07d".formatted(2_000_000 + i), "Property City", "Houston"));
		}
		this.airtable.faults().always(AirtableFaults.serverError(), this::isInTheMiddle);
		var begun = System.nanoTime();
		var failed = this.jobs.run(this.airtablePull);
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		var half = this.rows.count("prospect");
		this.airtable.faults().clear();
		this.airtable.faults().always(AirtableFaults.serverError(), this::isNever);
		var restarted = this.jobs.restart(failed);
		assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		report(half, TestJobs.step(restarted, "pull-prospects").getReadCount(),
				Duration.ofNanos(System.nanoTime() - begun));
	}

	private boolean isInTheMiddle(Request request) {
		return look(request) > PROSPECTS / 200;
	}

	private boolean isNever(Request request) {
		look(request);
		return false;
	}

	/** Counts a page of prospects and looks at the memory early on and near the end. */
	private int look(Request request) {
		if (!request.target().contains("/Prospects")) {
			return 0;
		}
		var page = this.pages.incrementAndGet();
		if (page == PROSPECTS / 2000) {
			this.early.set(used());
		}
		if (page == PROSPECTS * 19 / 2000) {
			this.late.set(used());
		}
		return page;
	}

	private static long used() {
		System.gc();
		var runtime = Runtime.getRuntime();
		return (runtime.totalMemory() - runtime.freeMemory()) / (1024 * 1024);
	}

	private void report(int half, long rest, Duration time) {
		System.out.printf(
				"MEASURED %d prospects in %d s; broken off after %d, the restart read the other %d; %d MB used "
						+ "after a twentieth, %d MB near the end (the stand-in's records included)%n",
				this.rows.count("prospect"), time.toSeconds(), half, rest, this.early.get(), this.late.get());
		assertThat(this.rows.count("prospect")).isEqualTo(PROSPECTS);
		assertThat(half + rest).isEqualTo(PROSPECTS);
		assertThat(this.late.get() - this.early.get()).isLessThan(25);
	}

}
