package rei.sms.jobs.campaign;

import java.time.Clock;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.db.campaign.Campaigns;
import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;

/**
 * Runs campaigns: moves them along their life, plans who gets which text and when, says
 * what it did, and sends what is due.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ CampaignProperties.class, HealthProperties.class })
class CampaignSendJob {

	private static final String NAME = "campaign-send";

	private static final int CHUNK = 500;

	/** The limit of a launch that names none. */
	private static final long NO_LIMIT = Integer.MAX_VALUE;

	@Bean
	Job campaignSend(JobRepository jobs, Tail tail, Step campaignLifecycle, Step planRecipients, Step campaignSummary) {
		return tail
			.dispatched(new JobBuilder(NAME, jobs).start(campaignLifecycle).next(planRecipients).next(campaignSummary));
	}

	@Bean
	Step campaignLifecycle(Steps steps, Lifecycle lifecycle, HealthWatch health) {
		return steps.single("campaign-lifecycle", (contribution, context) -> {
			contribution.incrementWriteCount(lifecycle.advance() + health.look());
			return RepeatStatus.FINISHED;
		}).build();
	}

	@Bean
	Step planRecipients(Steps steps, JdbcCursorItemReader<Listed> unplanned, Planner planner, PlanWriter write) {
		return steps.<Listed, Plan>chunked(NAME, "plan-recipients", CHUNK)
			.reader(unplanned)
			.processor(planner)
			.writer(write)
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<Listed> unplanned(Lists lists, Planning planning, SendingProperties sending,
			@Value("#{jobParameters['limit']}") Long limit) {
		return lists.unplanned(planning.agenda().ready(), (limit < NO_LIMIT) ? limit : sending.sendBatchLimit());
	}

	@Bean
	@StepScope
	Planner planner(Planning planning, Composer composer, SendingProperties sending) {
		return new Planner(planning.agenda(), planning.timetable(), composer, sending.jitter(), planning.now());
	}

	@Bean
	@StepScope
	Planning planning(Campaigns campaigns, Agendas agendas, Timetables timetables, Clock clock) {
		var now = clock.instant();
		var timetable = timetables.from(now);
		return new Planning(now, timetable, agendas.of(campaigns.sending(now), timetable, now));
	}

	@Bean
	Step campaignSummary(Steps steps, Summaries summaries) {
		return steps.single("campaign-summary", (contribution, context) -> {
			summaries.note();
			return RepeatStatus.FINISHED;
		}).build();
	}

}
