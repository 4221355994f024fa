package rei.sms.jobs.mirror;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.MutableClock;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.http.Fault;

import static org.assertj.core.api.Assertions.assertThat;

/** A plan of 100 records a base; down to 70 of them old Conversations leave. */
@MirrorTest
@TestPropertySource(properties = { "retirement.keep=30d", "retirement.record-limit=100" })
class AirtableRetireJobTests {

	@Autowired
	private Job airtableRetire;

	@Autowired
	private Job airtablePush;

	@Autowired
	private TestJobs jobs;

	@Autowired
	private TestRows rows;

	@Autowired
	private MirrorWorld world;

	@Autowired
	private AirtableStandIn airtable;

	@Autowired
	private Problems problems;

	@Autowired
	private MutableClock clock;

	@BeforeEach
	void empty() {
		this.world.clear();
	}

	@Test
	void theOldestFinishedLeaveUntilThereIsRoomAndPostgresKeepsThem() {
		delivered(88);
		this.clock.advance(Duration.ofDays(31));
		var before = deletions();
		retire();
		assertThat(this.world.conversations()).hasSize(69);
		assertThat(this.rows.count("conversation")).isEqualTo(88);
		assertThat(this.rows.count("conversation WHERE retired_at IS NOT NULL AND airtable_id IS NULL")).isEqualTo(19);
		assertThat(deletions() - before).isEqualTo(2);
	}

	@Test
	void whatIsOpenOrYoungStays() {
		delivered(95);
		retire();
		assertThat(this.world.conversations()).hasSize(95);
		assertThat(full()).containsExactly("base appLeads has 96 of 100 records");
		this.clock.advance(Duration.ofDays(31));
		var prospect = this.rows.text("SELECT id FROM prospect");
		var lead = this.world.promote(UUID.fromString(prospect));
		push();
		push();
		retire();
		assertThat(this.world.conversations()).hasSize(95);
		this.world.update("lead", lead, "status = 'DEAD'");
		retire();
		assertThat(this.world.conversations()).hasSize(68);
		retire();
		assertThat(full()).isEmpty();
	}

	@Test
	void whatLeftNeverComesBack() {
		delivered(88);
		this.clock.advance(Duration.ofDays(31));
		retire();
		this.rows.text(
				"WITH changed AS (UPDATE conversation SET summary = 'late' RETURNING id) SELECT count(*) FROM changed");
		push();
		assertThat(this.world.conversations()).hasSize(69);
		assertThat(this.rows.count("conversation WHERE version > mirrored_version AND mirror_due < 'infinity'"))
			.isZero();
	}

	@Test
	void recordThatSomebodyDeletedAlreadyLeavesToo() {
		delivered(88);
		this.clock.advance(Duration.ofDays(31));
		this.airtable.faults().next(1, new Fault.ResetAfter(), (request) -> request.method().equals("DELETE"));
		this.airtable.delete(MirrorTestContext.LEADS, "Conversations",
				this.rows.text("SELECT airtable_id FROM conversation ORDER BY created_at, id LIMIT 1"));
		retire();
		assertThat(this.world.conversations()).hasSize(69);
		assertThat(this.rows.count("conversation WHERE retired_at IS NOT NULL")).isEqualTo(19);
	}

	private void delivered(int count) {
		var prospect = this.world.prospect(this.world.phone());
		var texts = IntStream.range(0, count).mapToObj((i) -> this.world.queued(prospect)).toList();
		texts.forEach((text) -> this.world.update("conversation", text, "status = 'DELIVERED', sid = 'SM' || id"));
		push();
	}

	private long deletions() {
		return this.airtable.log()
			.entries()
			.stream()
			.filter((entry) -> entry.method().equals("DELETE") && entry.outcome().equals("200"))
			.count();
	}

	private List<String> full() {
		return this.problems.all()
			.stream()
			.filter((problem) -> problem.code().equals("airtable-full"))
			.map(Problem::what)
			.toList();
	}

	private void retire() {
		assertThat(this.jobs.run(this.airtableRetire).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	private void push() {
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

}
