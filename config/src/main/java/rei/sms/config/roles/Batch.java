package rei.sms.config.roles;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.springframework.context.ApplicationContext;
import picocli.CommandLine.ExitCode;

import rei.sms.db.operations.Backlogs;
import rei.sms.jobs.launch.Closing;
import rei.sms.jobs.launch.JobBusy;
import rei.sms.jobs.launch.JobRuns;
import rei.sms.jobs.launch.LaunchOptions;
import rei.sms.jobs.launch.NoSuchRun;
import rei.sms.jobs.launch.Run;

/** Jobs run one after the other, each ending with a line. */
class Batch {

	private final JobRuns runs;

	private final LiveRun live;

	private final Terminal terminal;

	private final Output output;

	private final List<RunView> ended = new ArrayList<>();

	private int exit = ExitCode.OK;

	Batch(ApplicationContext context, Terminal terminal, Output output) {
		this.runs = context.getBean(JobRuns.class);
		this.live = new LiveRun(this.runs, context.getBean(Backlogs.class), context.getBean(Clock.class), terminal);
		this.terminal = terminal;
		this.output = output;
	}

	int run(List<String> jobs, LaunchOptions options) throws InterruptedException {
		for (var job : jobs) {
			one(job, () -> this.runs.launch(job, options));
		}
		return end();
	}

	int restart(long id, String job) throws InterruptedException {
		one(job, () -> this.runs.restart(id));
		return end();
	}

	private void one(String job, Supplier<Run> launch) throws InterruptedException {
		try {
			report(RunView.of(this.live.of(job, launch)));
		}
		catch (JobBusy | NoSuchRun | Closing ex) {
			this.exit = ExitCode.SOFTWARE;
			this.terminal.error("%-17s @|red %s|@".formatted(job, ex.getMessage()));
		}
	}

	private void report(RunView run) {
		this.ended.add(run);
		if (!run.isCompleted()) {
			this.exit = ExitCode.SOFTWARE;
		}
		if (!this.output.isJson()) {
			this.terminal.line(run.summary());
			if (!run.isCompleted()) {
				this.terminal.line("                  -> jobs restart %d takes it up where it ended"
					.formatted(run.jobExecutionId()));
			}
		}
	}

	private int end() {
		if (this.output.isJson()) {
			this.terminal.line(Json.of(Map.of("executions", this.ended)));
		}
		return this.exit;
	}

}
