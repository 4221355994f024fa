package rei.sms.jobs.dispatch;

import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.jobs.SendingProperties;
import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;
import rei.sms.jobs.rules.FrequencyCap;
import rei.sms.jobs.rules.QuietHours;
import rei.sms.jobs.rules.SendGate;
import rei.sms.jobs.rules.StateHours;

/** The step that every job which queues texts ends with: it sends what is due. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpstashProperties.class)
class DispatchStep {

	@Bean(Tail.DISPATCH)
	Step dispatch(Steps steps, Dispatcher dispatcher, SendingProperties sending) {
		return steps.single(Tail.DISPATCH, (contribution, context) -> {
			var execution = contribution.getStepExecution();
			count(contribution, dispatcher.send(limit(execution, sending), execution::isTerminateOnly));
			return RepeatStatus.FINISHED;
		}).build();
	}

	@Bean
	SendGate sendGate(SendingProperties sending) {
		return new SendGate(new QuietHours(StateHours.standard(), sending.quietWindow()), FrequencyCap.STANDARD);
	}

	private static long limit(StepExecution execution, SendingProperties sending) {
		var asked = execution.getJobExecution().getJobParameters().getLong("limit", (long) Integer.MAX_VALUE);
		return Math.min(asked, sending.sendBatchLimit());
	}

	private static void count(StepContribution contribution, Dispatcher.Sent sent) {
		var execution = contribution.getStepExecution();
		execution.setReadCount(execution.getReadCount() + sent.cleared() + sent.refused());
		contribution.incrementWriteCount(sent.taken());
		contribution.incrementFilterCount(sent.refused());
	}

}
