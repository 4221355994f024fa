package rei.sms.jobs.responder;

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

/**
 * Answers sellers where the policy says so, once for all that they wrote since our last
 * text. Where AI engines are configured, they write first what the policy leaves to them.
 */
@Configuration(proxyBeanMethods = false)
class AutoresponderJob {

	static final String NAME = "autoresponder";

	@Bean
	Job autoresponder(JobRepository jobs, Step writeReplies, Step answerSellers, ReplyWriter writer, Tail tail) {
		var job = new JobBuilder(NAME, jobs);
		return tail.dispatched(writer.isOff() ? job.start(answerSellers) : job.start(writeReplies).next(answerSellers));
	}

	@Bean
	Step writeReplies(Steps steps, Drafting write) {
		return steps.single("write-replies", write).build();
	}

	@Bean
	Step answerSellers(Steps steps, JdbcCursorItemReader<Unanswered> unanswered, Respond respond, QueueAnswers queue) {
		return steps.<Unanswered, Answered>chunked(NAME, "answer-sellers")
			.reader(unanswered)
			.processor(respond)
			.writer(queue)
			.build();
	}

	@Bean
	@StepScope
	JdbcCursorItemReader<Unanswered> unanswered(WorkLists lists, UnansweredMessages messages,
			@Value("#{jobParameters['limit']}") long limit) {
		return lists.reader("unanswered", UnansweredMessages.SQL, messages.row(), limit);
	}

}
