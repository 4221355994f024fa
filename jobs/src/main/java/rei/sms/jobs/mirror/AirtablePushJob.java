package rei.sms.jobs.mirror;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import rei.sms.jobs.Tail;

/**
 * Shows in Airtable what changed. Launched to mirror {@code later}, as a worker does, it
 * leaves alone what will soon change again; else it writes everything.
 */
@Configuration(proxyBeanMethods = false)
class AirtablePushJob {

	static final String NAME = "airtable-push";

	@Bean
	Job airtablePush(JobRepository jobs, @Qualifier(Tail.MIRROR) Step mirror) {
		return new JobBuilder(NAME, jobs).start(mirror).build();
	}

}
