package rei.sms.jobs;

import java.util.Optional;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.job.flow.FlowExecutionStatus;
import org.springframework.batch.core.job.flow.JobExecutionDecider;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * How jobs end: those that queue texts with the dispatch step, and those that change what
 * people see with the mirror step, unless the launch says that a push follows.
 */
@Component
public class Tail {

	/** The bean name of the step that sends what is due. */
	public static final String DISPATCH = "dispatch";

	/** The bean name of the step that shows in Airtable what changed. */
	public static final String MIRROR = "mirror";

	private static final String LATER = "LATER";

	private static final JobExecutionDecider MIRROR_NOW = (job,
			step) -> new FlowExecutionStatus(Optional.ofNullable(job.getJobParameters().getString(MIRROR))
				.filter("later"::equals)
				.map((later) -> LATER)
				.orElse("NOW"));

	private final Step dispatch;

	private final ObjectProvider<Step> mirror;

	Tail(@Qualifier(DISPATCH) Step dispatch, @Qualifier(MIRROR) ObjectProvider<Step> mirror) {
		this.dispatch = dispatch;
		this.mirror = mirror;
	}

	/** Ends with the mirror step. */
	public Job mirrored(SimpleJobBuilder job) {
		return this.mirror.stream()
			.findFirst()
			.map((step) -> job.next(MIRROR_NOW).on(LATER).end().from(MIRROR_NOW).on("*").to(step).end().build())
			.orElseGet(job::build);
	}

	/** Ends with the dispatch step and then the mirror step. */
	public Job dispatched(SimpleJobBuilder job) {
		return mirrored(job.next(this.dispatch));
	}

}
