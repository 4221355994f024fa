package rei.sms.jobs.mirror;

import java.time.Clock;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.skip.NeverSkipItemSkipPolicy;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.db.Sql;
import rei.sms.db.mirror.MirroredRows;
import rei.sms.db.mirror.OnShow;
import rei.sms.jobs.Steps;
import rei.sms.jobs.WorkLists;
import rei.sms.jobs.airtable.AirtableClient;
import rei.sms.jobs.airtable.Lane;
import rei.sms.jobs.airtable.RecordDeleter;
import rei.sms.jobs.airtable.Table;

/**
 * Warns of bases near what their plan allows, and has the oldest finished Conversations
 * leave the base while it is nearly full, where that is asked for. Postgres keeps them.
 */
@Configuration(proxyBeanMethods = false)
class AirtableRetireJob {

	static final String NAME = "airtable-retire";

	@Bean
	Job airtableRetire(JobRepository jobs, Step weighBases, Step retireConversations) {
		return new JobBuilder(NAME, jobs).start(weighBases).next(retireConversations).build();
	}

	@Bean
	Step weighBases(Steps steps, Weights weights, AirtableReport report) {
		return steps.single("weigh-bases", (contribution, context) -> {
			if (report.isConfigured()) {
				weights.warn();
			}
			return RepeatStatus.FINISHED;
		}).build();
	}

	/** The record first, then our row: what was deleted already is as good as deleted. */
	@Bean
	Step retireConversations(Steps steps, JdbcCursorItemReader<Retiring> finished, MirroredRows mirrored,
			RecordDeleter airtable, OnShow onShow, Clock clock) {
		return steps.<Retiring, Retiring>chunked(NAME, "retire-conversations", AirtableClient.BATCH)
			.reader(finished)
			.writer((rows) -> {
				mirrored.claim();
				airtable.delete(Table.CONVERSATIONS, rows.getItems().stream().map(Retiring::record).toList(),
						Lane.BULK);
				onShow.retired(rows.getItems().stream().map(Retiring::key).toList(), clock.instant());
			})
			.skipPolicy(new NeverSkipItemSkipPolicy())
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<Retiring> finished(WorkLists lists, Weights weights, RetirementProperties retirement,
			Clock clock) {
		return lists.reader("finished", OnShow.FINISHED, (rs, _) -> Retiring.read(rs),
				Sql.at(clock.instant().minus(retirement.keep())), weights.surplus());
	}

}
