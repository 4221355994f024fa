package rei.sms.jobs.intent;

import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.database.JdbcCursorItemReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.WorkLists;
import rei.sms.jobs.ai.ModelRouter;

/**
 * Classifies inbound messages and moves their contacts along the stages. Where AI engines
 * are configured, they are asked first about what is doubtful.
 */
@Configuration(proxyBeanMethods = false)
class IntentBatchJob {

	static final String NAME = "intent-batch";

	@Bean
	Job intentBatch(JobRepository jobs, Step askModels, Step classifyInbound, ModelRouter router, Tail tail) {
		var job = new JobBuilder(NAME, jobs);
		return tail
			.mirrored(router.isEmpty() ? job.start(classifyInbound) : job.start(askModels).next(classifyInbound));
	}

	@Bean
	Step askModels(Steps steps, Consultation ask) {
		return steps.single("ask-models", ask).build();
	}

	@Bean
	Step classifyInbound(Steps steps, ReadAhead readAhead, Understand understand, KeepUnderstood keep) {
		return steps.<Heard, Understood>chunked(NAME, "classify-inbound")
			.reader(readAhead)
			.processor(understand)
			.writer(keep)
			.listener(understand)
			.build();
	}

	@Bean
	@StepScope
	ReadAhead readAhead(JdbcCursorItemReader<Unclassified> unclassified, EmbeddedReading embedded) {
		return new ReadAhead(unclassified, embedded);
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<Unclassified> unclassified(WorkLists lists, @Value("#{jobParameters['limit']}") long limit) {
		return lists.reader("unclassified", UnreadMessages.SQL.formatted(""), UnreadMessages::message, limit);
	}

}
