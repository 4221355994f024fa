package rei.sms.jobs.intent;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.jobs.Steps;

/**
 * Learns from people's corrections: a candidate, measured on corrections that it has not
 * seen against the model that stands, takes its place only when it is better.
 */
@Configuration(proxyBeanMethods = false)
class IntentTrainJob {

	static final String NAME = "intent-train";

	@Bean
	Job intentTrain(JobRepository jobs, Step learnCandidate, Step compareCandidate) {
		return new JobBuilder(NAME, jobs).start(learnCandidate).next(compareCandidate).build();
	}

	@Bean
	Step learnCandidate(Steps steps, Training training) {
		return steps.single("learn-candidate", (contribution, context) -> {
			contribution.incrementWriteCount(training.learn());
			return RepeatStatus.FINISHED;
		}).build();
	}

	@Bean
	Step compareCandidate(Steps steps, Training training) {
		return steps.single("compare-candidate", (contribution, context) -> {
			contribution.incrementReadCount();
			contribution.incrementWriteCount(training.compare());
			return RepeatStatus.FINISHED;
		}).build();
	}

}
