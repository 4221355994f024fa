package rei.sms.jobs.campaign;

import java.util.ArrayList;
import java.util.List;

import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

import rei.sms.jobs.Steps;
import rei.sms.jobs.Tail;

/** Everything of campaigns, and a dispatch step that only counts its runs. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan
@Import(Tail.class)
class CampaignTestContext {

	@Bean
	List<String> dispatched() {
		return new ArrayList<>();
	}

	@Bean(Tail.DISPATCH)
	Step dispatch(Steps steps, List<String> dispatched) {
		return steps.single(Tail.DISPATCH, (contribution, context) -> {
			dispatched.add(contribution.getStepExecution().getJobExecution().getJobInstance().getJobName());
			return RepeatStatus.FINISHED;
		}).build();
	}

}
