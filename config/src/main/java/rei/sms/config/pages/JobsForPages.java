package rei.sms.config.pages;

import java.util.Collection;
import java.util.function.Supplier;

import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

import rei.sms.jobs.launch.JobBusy;
import rei.sms.jobs.launch.JobRuns;
import rei.sms.jobs.launch.LaunchOptions;
import rei.sms.jobs.launch.NoSuchRun;
import rei.sms.jobs.launch.Run;
import rei.sms.ops.access.PagesOn;
import rei.sms.ops.runs.JobControl;

/** Starts, restarts and stops jobs for the pages, as the command line does. */
@Component
@Conditional(PagesOn.class)
class JobsForPages implements JobControl {

	private final JobRuns runs;

	JobsForPages(JobRuns runs) {
		this.runs = runs;
	}

	@Override
	public Collection<String> names() {
		return this.runs.names();
	}

	@Override
	public Answer launch(String job) {
		return answer(() -> this.runs.launchAsync(job, LaunchOptions.DEFAULT));
	}

	@Override
	public Answer restart(long id) {
		return answer(() -> this.runs.restartAsync(id));
	}

	@Override
	public boolean stop(long id) {
		try {
			return this.runs.stop(id);
		}
		catch (NoSuchRun ex) {
			return false;
		}
	}

	private static Answer answer(Supplier<Run> asked) {
		try {
			return new Answer.Begun(asked.get().id());
		}
		catch (JobBusy ex) {
			return new Answer.Busy();
		}
		catch (NoSuchRun ex) {
			return new Answer.Refused();
		}
	}

}
