package rei.sms.config;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import rei.sms.jobs.launch.JobRuns;

/** Marks what a killed process left running as failed, so that it can be restarted. */
@Component
@ConditionalOnBooleanProperty("engine.lasting")
class Recovery {

	private final JobRuns runs;

	Recovery(JobRuns runs) {
		this.runs = runs;
	}

	@EventListener
	void ready(ApplicationReadyEvent event) {
		this.runs.recoverAbandoned();
	}

}
