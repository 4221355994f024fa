package rei.sms.config.roles;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import rei.sms.config.settings.Role;
import rei.sms.db.operations.ParkedRecords;
import rei.sms.jobs.launch.JobRuns;
import rei.sms.jobs.launch.Run;

/** What ran, and what to do about it. */
@Command(name = "jobs", mixinStandardHelpOptions = true,
		description = "What ran, newest first; show, restart or stop a run; what was set aside.")
class JobsCommand implements Callable<Integer> {

	private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
		.withZone(ZoneId.systemDefault());

	private static final String HEAD = "@|bold %6s  %-19s  %-17s %-9s  %s|@".formatted("run", "began", "job", "status",
			"records");

	private final Engine engine;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Output output = new Output();

	private int last;

	JobsCommand(Engine engine) {
		this.engine = engine;
	}

	@Option(names = { "-n", "--last" }, paramLabel = "N", defaultValue = "20",
			description = "How many (${DEFAULT-VALUE} when not said).")
	void last(int runs) {
		if (runs < 1) {
			throw new ParameterException(this.spec.commandLine(), "-n is " + runs + ": it must be at least 1");
		}
		this.last = runs;
	}

	@Override
	public Integer call() {
		try (var context = this.engine.start(Role.LOOK)) {
			var launched = context.getBean(JobRuns.class);
			launched.recoverAbandoned();
			var runs = launched.recent(this.last).stream().map(RunView::of).toList();
			var terminal = this.engine.terminal(this.output, this.spec);
			if (this.output.isJson()) {
				terminal.line(Json.of(Map.of("executions", runs)));
			}
			else if (runs.isEmpty()) {
				terminal.line("Nothing has run yet.");
			}
			else {
				terminal.line(HEAD);
				runs.forEach((run) -> terminal
					.line("%6d  %s  %s".formatted(run.jobExecutionId(), started(run), run.summary())));
			}
			return ExitCode.OK;
		}
	}

	@Command(name = "show", mixinStandardHelpOptions = true, description = "One run with its steps.")
	int show(@Parameters(paramLabel = "ID", description = "The execution's number.") long id, @Mixin Output how) {
		try (var context = this.engine.start(Role.LOOK)) {
			var terminal = this.engine.terminal(how, this.spec);
			var run = RunView.of(run(context, id));
			if (how.isJson()) {
				terminal.line(Json.of(run));
				return ExitCode.OK;
			}
			terminal.line("%6d  %s  %s".formatted(run.jobExecutionId(), started(run), run.summary()));
			run.steps().forEach((step) -> terminal.line(StepLine.of(step)));
			return ExitCode.OK;
		}
	}

	@Command(name = "restart", mixinStandardHelpOptions = true,
			description = "Take a failed or stopped run up at the chunk in which it ended.")
	int restart(@Parameters(paramLabel = "ID", description = "The execution's number.") long id, @Mixin Output how)
			throws InterruptedException {
		try (var context = this.engine.start(Role.RUN)) {
			var runs = context.getBean(JobRuns.class);
			runs.recoverAbandoned();
			return new Batch(context, this.engine.terminal(how, this.spec), how).restart(id, run(context, id).job());
		}
	}

	@Command(name = "stop", mixinStandardHelpOptions = true, description = "Ask a run to stop after its current chunk.")
	int stop(@Parameters(paramLabel = "ID", description = "The execution's number.") long id, @Mixin Output how) {
		try (var context = this.engine.start(Role.LOOK)) {
			var terminal = this.engine.terminal(how, this.spec);
			var run = run(context, id);
			boolean stopping = context.getBean(JobRuns.class).stop(id);
			if (how.isJson()) {
				terminal.line(Json.of(Map.of("job_execution_id", id, "stopping", stopping)));
			}
			else {
				terminal.line(stopping ? run.job() + " stops after its current chunk."
						: run.job() + " does not run: it is " + run.status() + ".");
			}
			return stopping ? ExitCode.OK : ExitCode.SOFTWARE;
		}
	}

	@Command(name = "parked", mixinStandardHelpOptions = true,
			description = "Records that a step set aside, with the error.")
	int parked(
			@Option(names = "--retry", paramLabel = "ID",
					description = "Let the step's next run take this record again.") @Nullable List<Long> retry,
			@Mixin Output how) {
		try (var context = this.engine.start(Role.LOOK)) {
			var records = context.getBean(ParkedRecords.class);
			var terminal = this.engine.terminal(how, this.spec);
			return new ParkedLines(records, terminal).show((retry != null) ? retry : List.of(), how);
		}
	}

	private static Run run(ConfigurableApplicationContext context, long id) {
		return context.getBean(JobRuns.class)
			.find(id)
			.orElseThrow(() -> new WontStart("There is no execution " + id + "."));
	}

	private static String started(RunView run) {
		return (run.started() != null) ? STARTED.format(run.started()) : "not started        ";
	}

}
