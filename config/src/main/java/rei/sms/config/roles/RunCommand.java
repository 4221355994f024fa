package rei.sms.config.roles;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import rei.sms.config.settings.Role;
import rei.sms.config.settings.Spelling;
import rei.sms.db.operations.Backlogs;
import rei.sms.jobs.campaign.Rehearsal;
import rei.sms.jobs.launch.LaunchOptions;
import rei.sms.jobs.launch.Tick;
import rei.sms.jobs.responder.ProposedReplies;

/** Runs jobs once, in the order in which they are named. */
@Command(name = "run", mixinStandardHelpOptions = true,
		description = "Run jobs once, in order. Each ends with one line; exit 0 when all completed, "
				+ "1 when one failed, 2 when called wrongly.")
class RunCommand implements Callable<Integer> {

	private final Engine engine;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private Output output = new Output();

	@Parameters(arity = "0..*", paramLabel = "JOB", completionCandidates = JobNames.class,
			description = "The jobs' names.")
	private List<String> named = new ArrayList<>();

	private final List<String> flagged = new ArrayList<>();

	@Option(names = "--all", description = "One tick: every job in its order.")
	private boolean all;

	@Option(names = "--limit", paramLabel = "N", description = "At most this many records in each job.")
	private @Nullable Long limit;

	@Option(names = "--dry-run", description = "Say what each job would take up, and change nothing; "
			+ "campaign-send rehearses its campaigns: texts, segments, cost, who is left out, when it ends.")
	private boolean dryRun;

	@Option(names = "--fix", description = "Mend what airtable-reconcile finds.")
	private boolean fix;

	@Option(names = "--campaign", paramLabel = "C",
			description = "With --dry-run: only this campaign, by its name or id.")
	private @Nullable String campaign;

	@Option(names = "--texts", paramLabel = "N", defaultValue = "5",
			description = "With --dry-run: how many texts of each campaign to show (${DEFAULT-VALUE} when not said).")
	private int texts;

	private RunCommand(Engine engine) {
		this.engine = engine;
	}

	/** The command, which also knows every job's name as a flag. */
	static CommandLine of(Engine engine) {
		var command = new RunCommand(engine);
		var line = new CommandLine(command);
		line.getCommandSpec().usageMessage().footer("", "Jobs: " + String.join(", ", Tick.ALL_JOBS) + ".");
		Tick.ALL_JOBS.forEach((job) -> line.getCommandSpec().addOption(command.flag(job)));
		return line;
	}

	@Override
	public Integer call() throws InterruptedException {
		var jobs = jobs();
		if (this.dryRun) {
			return preview(jobs);
		}
		if (this.campaign != null) {
			throw new ParameterException(this.spec.commandLine(), "--campaign goes with --dry-run.");
		}
		try (var context = this.engine.start(Role.RUN)) {
			var terminal = this.engine.terminal(this.output, this.spec);
			return new Batch(context, terminal, this.output).run(jobs, options());
		}
	}

	/** Looks only: not even a run that was killed is taken note of. */
	private int preview(List<String> jobs) {
		try (var context = this.engine.start(Role.LOOK)) {
			return new Preview(context.getBean(Backlogs.class), context.getBean(Rehearsal.class),
					context.getBean(ProposedReplies.class), context.getBean(Clock.class),
					this.engine.terminal(this.output, this.spec), this.output)
				.of(jobs, this.campaign, this.texts);
		}
	}

	private List<String> jobs() {
		var jobs = this.all ? Tick.JOBS : Stream.concat(this.flagged.stream(), this.named.stream()).toList();
		if (jobs.isEmpty()) {
			throw new ParameterException(this.spec.commandLine(), "Which job? Name one or more, or say --all.");
		}
		jobs.stream().filter((job) -> !Tick.ALL_JOBS.contains(job)).findFirst().ifPresent((unknown) -> {
			throw new ParameterException(this.spec.commandLine(), "There is no job " + unknown + "."
					+ Spelling.nearest(unknown, Tick.ALL_JOBS).map((job) -> " Did you mean " + job + "?").orElse("")
					+ " The jobs are: " + String.join(", ", Tick.ALL_JOBS) + ".");
		});
		return jobs;
	}

	private LaunchOptions options() {
		return this.fix ? bounded().withFix() : bounded();
	}

	private LaunchOptions bounded() {
		if (this.limit == null) {
			return this.all ? LaunchOptions.DEFAULT.withMirrorLater() : LaunchOptions.DEFAULT;
		}
		if (this.limit < 1) {
			throw new ParameterException(this.spec.commandLine(), "--limit must be 1 or more.");
		}
		var options = LaunchOptions.limit(this.limit);
		return this.all ? options.withMirrorLater() : options;
	}

	/** What a shell completes. */
	static class JobNames implements Iterable<String> {

		@Override
		public Iterator<String> iterator() {
			return Tick.ALL_JOBS.iterator();
		}

	}

	private OptionSpec flag(String job) {
		return OptionSpec.builder("--" + job).type(boolean.class).arity("0").hidden(true).setter(new ISetter() {

			@Override
			public <T> T set(T value) {
				if (Boolean.TRUE.equals(value)) {
					RunCommand.this.flagged.add(job);
				}
				return value;
			}

		}).build();
	}

}
