package rei.sms.jobs.mirror;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.airtable.Table;

/**
 * Compares each base with our rows, what others link to first: what is missing, doubled,
 * different or linked to nothing. Launched to {@code fix}, it mends what the engine owns
 * and writes it; also after a base was restored from a snapshot.
 */
@Configuration(proxyBeanMethods = false)
class AirtableReconcileJob {

	static final String NAME = "airtable-reconcile";

	private static final int PAGE = 100;

	private static final String FIX = "FIX";

	private static final JobExecutionDecider WHETHER_TO_FIX = (job,
			step) -> new FlowExecutionStatus("true".equals(job.getJobParameters().getString("fix")) ? FIX : "LOOK");

	@Bean
	Job airtableReconcile(JobRepository jobs, Steps steps, Comparing comparing, Mending mending,
			List<ShownTable> tables, @Qualifier(Tail.MIRROR) Step mirror) {
		var job = new JobBuilder(NAME, jobs)
			.start(compare(steps, comparing, Table.TEMPLATES, (page) -> comparing.keepTemplates(page.getItems())))
			.next(mend(steps, Table.TEMPLATES, mending::mendTemplates));
		for (var table : tables.stream().sorted(Comparator.comparing(ShownTable::mirrored)).toList()) {
			job.next(compare(steps, comparing, table.table(), (page) -> comparing.compare(table, page.getItems())))
				.next(mend(steps, table.table(), (fix) -> mending.mend(table, fix)));
		}
		return job.next(WHETHER_TO_FIX).on(FIX).to(mirror).from(WHETHER_TO_FIX).on("*").end().end().build();
	}

	private static Step compare(Steps steps, Comparing comparing, Table table, ItemWriter<SeenRecord> writer) {
		return steps.<SeenRecord, SeenRecord>chunked(NAME, "compare-" + word(table), PAGE)
			.reader(new EveryRecord(comparing, table))
			.writer(writer)
			.build();
	}

	private static Step mend(Steps steps, Table table, Mend mend) {
		return steps.single("mend-" + word(table), (contribution, context) -> {
			var fix = "true".equals(context.getStepContext().getJobParameters().get("fix"));
			contribution.incrementWriteCount(mend.mend(fix));
			return RepeatStatus.FINISHED;
		}).build();
	}

	private static String word(Table table) {
		return table.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** Mends a table, or only looks; answers how many disagreements there are. */
	private interface Mend {

		long mend(boolean fix);

	}

}
