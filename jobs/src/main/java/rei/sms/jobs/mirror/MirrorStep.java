package rei.sms.jobs.mirror;

import java.util.Comparator;
import java.util.List;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepListener;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.skip.NeverSkipItemSkipPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

import rei.sms.db.mirror.HeldProspects;
import rei.sms.db.mirror.MirrorWorkers;
import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.SpareCalls;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;

/**
 * The step with which every job ends that changes what people see: writes to Airtable
 * what Airtable has not seen, a load a second and the urgent first. Its writer parks what
 * Airtable refuses; any other failure is no row's fault.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MirrorProperties.class)
class MirrorStep {

	@Bean(Tail.MIRROR)
	Step mirror(Steps steps, ChangedRows changedRows, MirrorWriter writeToAirtable, MirrorListener mirrorListener) {
		return steps.<Load, Load>chunked(AirtablePushJob.NAME, MirroredRows.STEP, 1)
			.reader(changedRows)
			.writer(writeToAirtable)
			.skipPolicy(new NeverSkipItemSkipPolicy())
			.listener((StepListener) mirrorListener)
			.build();
	}

	@Bean
	@StepScope
	ChangedRows changedRows(MirroredRows mirror, List<ShownTable> tables, MirrorRun mirrorRun,
			MirrorProperties properties, MirrorPace pace, SpareCalls spare, MirrorWorkers workers,
			@Value("#{stepExecution.jobExecution.jobInstance.jobName}") String job,
			@Value("#{jobParameters['mirror'] ?: 'now'}") String when,
			@Value("#{jobParameters['limit'] ?: T(Long).MAX_VALUE}") long limit) {
		return new ChangedRows(mirror, inOrder(tables), mirrorRun,
				MirrorScope.of(job, when, workers.areSeen(), limit, properties.patience()), pace, spare, workers);
	}

	@Bean
	@StepScope
	MirrorWriter writeToAirtable(MirroredRows mirror, MirrorFlush flush, MirrorRun mirrorRun) {
		return new MirrorWriter(mirror, flush, mirrorRun);
	}

	@Bean
	@StepScope
	MirrorListener mirrorListener(MirrorRun mirrorRun, AirtableReport report, HeldProspects held,
			MirrorProperties properties) {
		return new MirrorListener(mirrorRun, report, held, properties.heldFor());
	}

	/** Without a proxy: threads that know no step use it. */
	@Bean
	@Scope("step")
	MirrorRun mirrorRun() {
		return new MirrorRun();
	}

	private static List<ShownTable> inOrder(List<ShownTable> tables) {
		return tables.stream().sorted(Comparator.comparing(ShownTable::mirrored)).toList();
	}

}
