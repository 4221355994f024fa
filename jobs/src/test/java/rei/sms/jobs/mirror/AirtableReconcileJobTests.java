package rei.sms.jobs.mirror;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.beans.factory.annotation.Autowired;

import rei.sms.db.operations.Problem;
import rei.sms.db.operations.Problems;
import rei.sms.jobs.TestJobs;
import rei.sms.jobs.TestRows;
import rei.sms.sandbox.airtable.AirtableFaults;
import rei.sms.sandbox.airtable.AirtableStandIn;
import rei.sms.sandbox.airtable.StoredRow;

import static org.assertj.core.api.Assertions.assertThat;

@MirrorTest
class AirtableReconcileJobTests {

	private static final String BASE = MirrorTestContext.LEADS;

	@Autowired
	private Job airtableReconcile;

	@Autowired
	private Job airtablePush;

	@Autowired
	private Job airtablePull;

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
	private JobOperator operator;

	@BeforeEach
	void empty() {
		this.world.clear();
	}

	@Test
	void reconcileOfBaseThatIsAsItShouldBeFindsNothing() {
		story();
		assertThat(found(reconcile(false))).isZero();
		assertThat(disagreements()).isEmpty();
	}

	@Test
	void reconcileNamesWhatIsWrongAndChangesNothing() {
		spoil();
		var before = cells();
		var run = reconcile(false);
		assertThat(found(run)).isEqualTo(4);
		assertThat(disagreements()).containsExactly("Conversations: 1 missing, 1 doubled, 1 differing, 1 orphaned");
		assertThat(cells()).isEqualTo(before);
		assertThat(this.rows.count("conversation WHERE version > mirrored_version")).isZero();
	}

	@Test
	void reconcileToFixMendsWhatIsWrong() {
		spoil();
		assertThat(found(reconcile(true))).isEqualTo(4);
		assertThat(disagreements()).isEmpty();
		assertThat(this.world.conversations()).hasSize(6);
		assertThat(this.world.conversation("SM1").text("Message")).isEqualTo("Who is this?");
		assertThat(found(reconcile(false))).isZero();
	}

	/** Older records are back under other ids, newer ones are gone. */
	@Test
	void reconcileToFixAfterTheBaseWasRestoredFindsEachRowAgain() {
		story();
		restoreWithOtherIds();
		reconcile(true);
		assertThat(found(reconcile(false))).isZero();
		assertThat(this.world.conversations()).hasSize(6)
			.allSatisfy((row) -> assertThat(row.links("Lead").size() + row.links("Prospect").size()).isOne());
		assertThat(this.airtable.rows(BASE, "Prospects")).hasSize(3);
		assertThat(this.airtable.rows(BASE, "Leads")).hasSize(1);
		assertThat(this.rows.text("SELECT airtable_id FROM campaign"))
			.isEqualTo(this.airtable.rows(BASE, "Campaigns").getFirst().id());
		this.jobs.run(this.airtablePull);
		assertThat(this.rows.count("prospect")).isEqualTo(3);
		assertThat(this.rows.count("template WHERE active")).isEqualTo(1);
		assertThat(this.rows.count("campaign")).isEqualTo(1);
	}

	@Test
	void reconcileLeavesPeoplesOwnDoublesToThem() {
		story();
		var lead = this.airtable.rows(BASE, "Leads").getFirst();
		this.airtable.add(BASE, "Leads", Map.of("Phone", String.valueOf(lead.text("Phone"))));
		reconcile(true);
		assertThat(this.airtable.rows(BASE, "Leads")).hasSize(2);
		assertThat(disagreements()).containsExactly("Leads: 1 doubled");
	}

	@Test
	void reconcileGoesOnAtTheFailedPage() {
		var prospect = this.world.prospect(this.world.phone());
		IntStream.range(0, 250).forEach((i) -> this.world.inbound(prospect, "SM" + i));
		push();
		this.airtable.faults()
			.always(AirtableFaults.serverError(),
					(request) -> request.target().contains("/Conversations") && request.target().contains("offset"));
		var failed = reconcile(true);
		assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
		assertThat(this.rows.count("conversation WHERE airtable_id IS NULL")).isZero();
		this.airtable.faults().clear();
		var restarted = this.jobs.restart(failed);
		assertThat(restarted.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		assertThat(TestJobs.step(restarted, "compare-conversations").getReadCount()).isEqualTo(150);
		assertThat(TestJobs.step(restarted, "mend-conversations").getWriteCount()).isZero();
	}

	/**
	 * A campaign's text to each of three prospects, their answers, one of them a lead.
	 */
	private void story() {
		var template = this.airtable.add(BASE, "Templates", Map.of("Name", "Intro", "Message", "Hi {First}"));
		this.airtable.add(BASE, "Campaigns",
				Map.of("Name", "Owners", "Status", "Running", "Templates", List.of(template)));
		this.jobs.run(this.airtablePull);
		for (int i = 0; i < 3; i++) {
			var prospect = this.world.prospect(this.world.phone());
			var text = this.world.queued(prospect);
			this.world.update("conversation", text,
					"sid = 'SM1" + i + "', status = 'DELIVERED', campaign_id = (SELECT id FROM campaign),"
							+ " template_version_id = (SELECT id FROM template_version)");
			this.world.inbound(prospect, "SM" + i);
			this.world.update("prospect", prospect, "status = 'REPLIED', reply_count = 1");
			if (i == 0) {
				this.world.promote(prospect);
			}
		}
		push();
		push();
	}

	private void spoil() {
		story();
		this.airtable.delete(BASE, "Conversations", this.world.conversation("SM0").id());
		this.airtable.edit(BASE, "Conversations", this.world.conversation("SM1").id(), Map.of("Message", "STOP"));
		this.airtable.edit(BASE, "Conversations", this.world.conversation("SM2").id(), Map.of("Prospect", List.of()));
		this.airtable.add(BASE, "Conversations", Map.of("TextGrid ID", "SM11", "Message", "again"));
	}

	private void restoreWithOtherIds() {
		var ids = new HashMap<String, String>();
		for (var table : List.of("Templates", "Campaigns", "Prospects", "Leads", "Conversations")) {
			var kept = this.airtable.rows(BASE, table);
			for (var row : kept) {
				this.airtable.delete(BASE, table, row.id());
				if (!"SM2".equals(row.text("TextGrid ID"))) {
					ids.put(row.id(), this.airtable.add(BASE, table, known(row)));
				}
			}
		}
		assertThat(ids).hasSize(11);
	}

	/** What is needed to know a record again. */
	private static Map<String, String> known(StoredRow row) {
		var known = new HashMap<String, String>();
		List.of("Name", "Message", "Phone 1", "Phone", "TextGrid ID", "Status")
			.forEach((field) -> known.put(field, row.text(field)));
		known.values().removeIf((value) -> value == null);
		return known;
	}

	private Map<String, Map<String, ?>> cells() {
		var cells = new HashMap<String, Map<String, ?>>();
		this.world.conversations().forEach((row) -> cells.put(row.id(), row.fields()));
		return cells;
	}

	private JobExecution reconcile(boolean fix) {
		try {
			return this.operator.start(this.airtableReconcile,
					new JobParametersBuilder().addString("run", UUID.randomUUID().toString())
						.addString("fix", String.valueOf(fix), false)
						.addString("mirror", "now", false)
						.toJobParameters());
		}
		catch (JobExecutionException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static long found(JobExecution run) {
		assertThat(run.getStatus()).isEqualTo(BatchStatus.COMPLETED);
		return run.getStepExecutions()
			.stream()
			.filter((step) -> step.getStepName().startsWith("mend-"))
			.mapToLong((step) -> step.getWriteCount())
			.sum();
	}

	private List<String> disagreements() {
		return this.problems.all()
			.stream()
			.filter((problem) -> problem.code().equals("airtable-disagrees"))
			.map(Problem::what)
			.toList();
	}

	private void push() {
		assertThat(this.jobs.run(this.airtablePush).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

}
